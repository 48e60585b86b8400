// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** Worlds with a known answer and stopwatches: how right and how fast comparison groups are. */
package org.desist.jobs.bench;
