// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** Late corrections: what became of the rows of one snapshot in a later one. */
package org.desist.late;
