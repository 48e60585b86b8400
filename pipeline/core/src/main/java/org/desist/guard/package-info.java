// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/**
 * Holds a run against what was published before it: rows, mix, rates, and cohorts that were final.
 * Only published versions are history, so that a failed night never becomes a baseline. Guards look
 * at published figures only: whatever they say may be shown beside them.
 */
package org.desist.guard;
