// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** Bridges between two versions: what is asked, and how the answer is written. */
package org.desist.jobs.bridge;
