// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.desist.contract.DataPackage;

/** What a text of an analyst's table says. */
final class UnitValue {
  /** Greater values, either way, have squares and sums that lose what matters, or overflow. */
  static final double GREATEST = 1e15;

  private static final Set<String> MISSING = missing();
  private static final Set<String> INFINITE = Set.of("inf", "-inf", "+inf");
  private static final Set<String> HARMLESS =
      Set.of(
          "yes",
          "no",
          "y",
          "n",
          "t",
          "f",
          "on",
          "off",
          "true",
          "false",
          "null",
          "none",
          "nil",
          "n/a",
          "na",
          "n.a.",
          "n/k",
          "nk",
          "not known",
          "unknown",
          "missing",
          "blank",
          "?",
          ".",
          "-",
          "--",
          "*",
          "#n/a",
          "#na",
          "#null!",
          "#value!",
          "#ref!",
          "#div/0!",
          "<na>",
          "nat",
          "inf",
          "-inf",
          "+inf",
          "infinity",
          "-infinity",
          "+infinity");

  /** A zero before digits, or a plus. */
  private static final Pattern CODE = Pattern.compile("[+].*|-?0[0-9].*");

  /** An exponent as codes have it and programs do not write it. */
  private static final Pattern EXPONENT = Pattern.compile("-?[0-9]+[eE][0-9]+");

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
  private static final BigDecimal EXACT = BigDecimal.valueOf(1L << 53);
  private static final int MOST_DIGITS = 6;
  private static final int LONGEST = 24;

  private UnitValue() {}

  /** What the extracts have for no value, and what R and Python write. */
  private static Set<String> missing() {
    Set<String> missing = new HashSet<>(Set.of("", "NA", "NaN", "nan"));
    missing.addAll(DataPackage.extracts().resources().get(0).missingValues());
    return Set.copyOf(missing);
  }

  /**
   * The text without blanks and unseen characters at its ends; null for null and when nothing is
   * left.
   */
  static String trimmed(String text) {
    if (text == null) {
      return null;
    }
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return from == to ? null : text.substring(from, to);
  }

  private static boolean isBlank(char sign) {
    return Character.isWhitespace(sign)
        || Character.isSpaceChar(sign)
        || Character.isISOControl(sign)
        || Character.getType(sign) == Character.FORMAT;
  }

  /** Whether there is no value. */
  static boolean isMissing(String text) {
    return text == null || MISSING.contains(text);
  }

  /**
   * The number, with or without fraction and exponent; infinite when it is written so or too large
   * to be held; NaN when the text is none.
   */
  static double number(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      // Java also reads 1d, 0x1p3 and spaces; no other program does.
      if (!(sign >= '0' && sign <= '9') && "+-.eE".indexOf(sign) < 0) {
        return infinite(text);
      }
    }
    try {
      // Zero has no sign.
      return Double.parseDouble(text) + 0.0;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static double infinite(String text) {
    boolean isInfinite = INFINITE.contains(text.toLowerCase(Locale.ROOT).replace("inity", ""));
    return isInfinite ? Double.POSITIVE_INFINITY : Double.NaN;
  }

  /** The same, with true as 1 and false as 0 in any case. */
  static double numberOrFlag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> 1;
      case "false" -> 0;
      default -> number(text);
    };
  }

  /**
   * Whether a number looks like a code: with zeros before it, a plus, an exponent such as 1e3, or
   * more digits than a number can tell apart.
   */
  static boolean isCode(String number) {
    return CODE.matcher(number).matches()
        || (EXPONENT.matcher(number).matches() && Math.abs(number(number)) <= GREATEST)
        || (WHOLE.matcher(number).matches() && new BigDecimal(number).abs().compareTo(EXACT) > 0);
  }

  /** The value for a message, or what can be said of it where it might be a person's. */
  static String masked(String text) {
    double number = number(text);
    boolean isShort = text.length() <= LONGEST;
    boolean isFew = text.chars().filter(Character::isDigit).count() <= MOST_DIGITS;
    boolean isGreat = Math.abs(number) > GREATEST && !WHOLE.matcher(text).matches();
    if (HARMLESS.contains(text.toLowerCase(Locale.ROOT))
        || (!Double.isNaN(number) && isShort && (isFew || isGreat))) {
      return "'" + text + "'";
    }
    return String.format(
        Locale.ROOT,
        "a %s of %d characters",
        Double.isNaN(number) ? "text" : "number",
        text.length());
  }

  /** Few values for a message. */
  static String masked(List<String> texts) {
    return String.join(", ", texts.stream().map(UnitValue::masked).toList());
  }
}
