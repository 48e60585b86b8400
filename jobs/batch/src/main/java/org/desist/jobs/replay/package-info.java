// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** Quarantined rows put right and run again, cohorts worked out again, snapshots compared. */
package org.desist.jobs.replay;
