// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** How progress is shown: bars, lines or JSON. */
package org.desist.jobs.progress;
