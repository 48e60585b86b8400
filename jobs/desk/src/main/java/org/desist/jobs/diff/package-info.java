// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** What moved between two runs: rows of their marts by key, and the figures that moved most. */
package org.desist.jobs.diff;
