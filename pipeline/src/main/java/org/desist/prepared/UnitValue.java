// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.util.Locale;
import java.util.Set;

/** What a text of an analyst's table says. */
final class UnitValue {
  private static final Set<String> MISSING = Set.of("", "NA", "NaN", "nan");
  private static final Set<String> HARMLESS =
      Set.of("yes", "no", "y", "n", "t", "f", "on", "off", "true", "false", "null", "none");

  private UnitValue() {}

  /** Whether there is no value: nothing, or how R and Python write nothing. */
  static boolean isMissing(String text) {
    return text == null || MISSING.contains(text);
  }

  /** The number, with or without fraction and exponent; NaN when the text is none. */
  static double number(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      // Java also reads 1d, 0x1p3 and spaces; no other program does.
      if (!(sign >= '0' && sign <= '9') && "+-.eE".indexOf(sign) < 0) {
        return Double.NaN;
      }
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isInfinite(value) ? Double.NaN : value;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The same, with true as 1 and false as 0 in any case. */
  static double numberOrFlag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> 1;
      case "false" -> 0;
      default -> number(text);
    };
  }

  /** The value for a message, or what can be said of it where it might be a person's. */
  static String masked(String text) {
    boolean isHarmless =
        HARMLESS.contains(text.toLowerCase(Locale.ROOT)) || !Double.isNaN(number(text));
    return isHarmless ? "'" + text + "'" : "a text of %d characters".formatted(text.length());
  }
}
