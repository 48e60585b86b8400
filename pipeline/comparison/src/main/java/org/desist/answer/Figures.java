// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.desist.answer.OutcomeResult.Kind;

/**
 * Numbers as an answer prints them (METHOD 8.8): rounded half up on the decimal value, halves away
 * from zero, and never a negative zero. NaN prints as "not known".
 */
public final class Figures {
  private static final String UNKNOWN = "not known";
  private static final double SMALLEST_P = 0.01;

  private Figures() {}

  /** A share as people of 100: whole. */
  public static String people(double share) {
    return number(Kind.RATE, share);
  }

  /** A share as a whole percentage, with its sign. */
  public static String percent(double share) {
    return Double.isNaN(share) ? UNKNOWN : people(share) + "%";
  }

  /** A p-value with two decimals; "less than 0.01" below that. */
  public static String pValue(double value) {
    return value < SMALLEST_P ? "less than 0.01" : decimals(value, 2);
  }

  /** A number with so many decimals. */
  public static String decimals(double value, int places) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString()
        : UNKNOWN;
  }

  /** With thousands apart. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** The number of an outcome without its unit: people of 100, reoffences per person, or days. */
  public static String number(Kind kind, double value) {
    return Double.isFinite(value) ? rounded(kind, value).toPlainString() : UNKNOWN;
  }

  /** The number of an outcome with its unit. */
  public static String value(Kind kind, double value) {
    return switch (kind) {
      case RATE -> percent(value);
      case FREQUENCY -> number(kind, value);
      case DAYS -> number(kind, value) + (Double.isFinite(value) ? " " + unit(kind, value) : "");
    };
  }

  static BigDecimal rounded(Kind kind, double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    return switch (kind) {
      case RATE -> exact.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
      case FREQUENCY -> exact.setScale(2, RoundingMode.HALF_UP);
      case DAYS -> exact.setScale(0, RoundingMode.HALF_UP);
    };
  }

  /** What a rounded number counts, in the singular for one. */
  static String unit(Kind kind, double value) {
    boolean isOne = rounded(kind, value).abs().compareTo(BigDecimal.ONE) == 0;
    return switch (kind) {
      case RATE -> isOne ? "person" : "people";
      case FREQUENCY -> "per person";
      case DAYS -> isOne ? "day" : "days";
    };
  }

  /** The smallest number that is not printed as zero. */
  static String smallest(Kind kind) {
    return switch (kind) {
      case RATE -> "1 person";
      case FREQUENCY -> "0.01 per person";
      case DAYS -> "1 day";
    };
  }
}
