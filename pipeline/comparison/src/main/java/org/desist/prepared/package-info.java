// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/**
 * Comparison groups on an analyst's own table: one row per unit, from CSV or Parquet, through the
 * engine of {@link org.desist.comparison}, into CSV files.
 */
package org.desist.prepared;
