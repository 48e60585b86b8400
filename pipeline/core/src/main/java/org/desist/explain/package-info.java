// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** One person's path through the rules. */
package org.desist.explain;
