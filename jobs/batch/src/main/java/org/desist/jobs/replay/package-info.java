// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** Corrections of quarantined rows, recomputed cohorts, snapshots compared. */
package org.desist.jobs.replay;
