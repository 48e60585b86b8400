// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/**
 * Where a column comes from: what each column of each table of {@code sql/} is made of, as worked
 * out when the software is built, and the way from a figure down to the fields of the extracts.
 */
package org.desist.lineage;
