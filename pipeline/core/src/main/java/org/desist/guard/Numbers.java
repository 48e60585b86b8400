// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.util.Locale;
import java.util.Map;

/** Numbers of rows of a result, and as guards tell them. */
final class Numbers {
  private Numbers() {}

  static long whole(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).longValue();
  }

  /** Null stays null. */
  static Double real(Map<String, Object> row, String column) {
    Object value = row.get(column);
    return value == null ? null : ((Number) value).doubleValue();
  }

  /** As {@code String.format}, whatever the locale of the machine. */
  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
