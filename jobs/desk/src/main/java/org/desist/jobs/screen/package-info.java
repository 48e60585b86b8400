// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** What the command shows. */
package org.desist.jobs.screen;
