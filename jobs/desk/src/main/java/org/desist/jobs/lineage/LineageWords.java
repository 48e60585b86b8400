// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.lineage;

import org.desist.lineage.Influence;
import org.desist.lineage.Source;
import org.desist.lineage.TableColumn;

/** Lineage in words. */
final class LineageWords {
  private LineageWords() {}

  /** A column, or the rows of a table. */
  static String of(TableColumn field) {
    return field.isRows() ? "rows of " + field.table() : field.toString();
  }

  /** How a column bears on another. */
  static String of(Source source) {
    String how = of(source.influence());
    return source.isMasked() ? how + ", as a keyed hash" : how;
  }

  private static String of(Influence influence) {
    return switch (influence) {
      case IDENTITY -> "as it is";
      case TRANSFORMATION -> "changed";
      case AGGREGATION -> "over many rows";
      case CONDITIONAL -> "decides";
      case WINDOW -> "groups or orders";
      case FILTER -> "chooses rows";
      case JOIN -> "joins rows";
      case GROUP_BY -> "groups rows";
      case SORT -> "orders rows";
    };
  }
}
