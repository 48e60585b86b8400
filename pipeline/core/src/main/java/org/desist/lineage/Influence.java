// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.lineage;

/**
 * How a column bears on another, in the words of OpenLineage's column lineage. The direct ones come
 * first, the weakest first of all.
 */
public enum Influence {
  /** The value as it is. */
  IDENTITY,
  /** The value, changed row by row. */
  TRANSFORMATION,
  /** The values of many rows, as one. */
  AGGREGATION,
  /** It decides between values. */
  CONDITIONAL,
  /** Rows are put into groups, or in order, by it to find the value. */
  WINDOW,
  /** It decides which rows there are. */
  FILTER,
  /** Rows of two tables meet by it. */
  JOIN,
  /** Rows are made one by it. */
  GROUP_BY,
  /** Rows are put in order by it. */
  SORT;

  /** Whether what is in the column ends up in the other. */
  public boolean isDirect() {
    return compareTo(AGGREGATION) <= 0;
  }

  /** Whether it bears on one column; else on the rows of a whole table. */
  public boolean isOnValue() {
    return compareTo(WINDOW) <= 0;
  }

  /** The influence on the last of three columns, when this is that of the first on the second. */
  public Influence then(Influence next) {
    if (!next.isDirect()) {
      return next;
    }
    return isDirect() && next.compareTo(this) > 0 ? next : this;
  }
}
