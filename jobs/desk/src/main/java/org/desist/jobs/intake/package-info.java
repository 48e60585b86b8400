// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** The desk that requests arrive at: where each stands, and what its sender has to mend. */
package org.desist.jobs.intake;
