// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** Frozen baselines: building, importing, keeping and reading them. */
package org.desist.baseline;
