// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/**
 * Observability of a run: metrics, lineage events, traces and logs. All of it is asked for by
 * settings; without one nothing is loaded, written, started or sent.
 */
package org.desist.jobs.observe;
