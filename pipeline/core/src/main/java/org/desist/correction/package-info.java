// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/**
 * Rows that were quarantined and were corrected: what is in force for a snapshot, and where it is
 * kept.
 */
package org.desist.correction;
