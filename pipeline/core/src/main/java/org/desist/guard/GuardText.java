// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.util.Map;
import org.desist.text.FigureText;

/** Numbers of rows of a result, and the words that more than one check needs. */
final class GuardText {
  private GuardText() {}

  static long whole(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).longValue();
  }

  /** Null stays null. */
  static Double real(Map<String, Object> row, String column) {
    Object value = row.get(column);
    return value == null ? null : ((Number) value).doubleValue();
  }

  /** Why there is nothing to compare with. */
  static String tooFew(int versions, int needed) {
    return versions == 0
        ? "no comparable version has been published of an earlier snapshot"
        : FigureText.text(
            "%d comparable versions have been published, and it takes %d", versions, needed);
  }

  /** {@code national}, or {@code region A}. */
  static String area(Object type, Object code) {
    return type.equals("national") ? "national" : type + " " + code;
  }
}
