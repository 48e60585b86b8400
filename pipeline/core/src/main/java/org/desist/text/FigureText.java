// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/**
 * Figures as people read them, the same on every machine: rounded half up on the decimal value,
 * halves away from zero (METHOD 8.8), thousands apart by commas. A figure that is null is an empty
 * cell; one that is not finite is "not known".
 */
public final class FigureText {
  private static final String UNKNOWN = "not known";
  private static final String TRUE_MINUS = "\u2212";
  private static final double SMALLEST_P = 0.01;
  private static final int AMOUNT_PLACES = 4;
  private static final int MONEY_PLACES = 2;
  private static final int QUANTITY_PLACES = 9;
  private static final int POINT_PLACES = 7;

  private FigureText() {}

  /** A text with figures in it, as {@link String#format} has them. */
  public static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** A whole number. */
  public static String count(Object number) {
    return number == null ? "" : text("%,d", ((Number) number).longValue());
  }

  /** A number with so many decimals. */
  public static String decimals(Object number, int places) {
    if (number == null) {
      return "";
    }
    return isFinite(number) ? rounded(exact(number), places).toPlainString() : UNKNOWN;
  }

  /** A whole number whole, any other with at most four decimals. */
  public static String amount(double number) {
    return number == Math.rint(number)
        ? text("%,.0f", number)
        : rounded(exact(number), AMOUNT_PLACES).stripTrailingZeros().toPlainString();
  }

  /** A share of one as people of 100, whole. */
  public static String people(double share) {
    return Double.isFinite(share) ? percentage(share, 0).toPlainString() : UNKNOWN;
  }

  /** A share of one as a whole percentage. */
  public static String percent(Object share) {
    return percent(share, 0);
  }

  /** A share of one as a percentage with so many decimals. */
  public static String percent(Object share, int places) {
    if (share == null) {
      return "";
    }
    return isFinite(share) ? percentage(share, places).toPlainString() + "%" : UNKNOWN;
  }

  /** By how much a number has moved, such as {@code +1.2%}. */
  public static String change(long now, long before) {
    return text("%+.1f%%", 100.0 * (now - before) / before);
  }

  /** A share of one, or a difference of two, in points with so many decimals, without a unit. */
  public static String points(BigDecimal share, int places) {
    return percentage(share, places).toPlainString();
  }

  /** A number as it is written, with its sign: none at zero, and a minus that a keyboard has. */
  public static String signed(String number) {
    boolean isPositive =
        !number.startsWith("-") && number.chars().anyMatch(digit -> digit >= '1' && digit <= '9');
    return isPositive ? "+" + number : number;
  }

  /** The same with a true minus, as pages have it; {@link #keyboard} undoes it. */
  public static String trueMinus(String number) {
    return number.replace("-", TRUE_MINUS);
  }

  /** The same with the minus of terminals. */
  public static String keyboard(String text) {
    return text.replace(TRUE_MINUS, "-");
  }

  /** A p-value with two decimals; "less than 0.01" below that. */
  public static String pValue(double value) {
    return value < SMALLEST_P ? "less than 0.01" : decimals(value, 2);
  }

  /** Pounds with pence. */
  public static String pounds(BigDecimal amount) {
    return amount == null ? "" : text("%,." + MONEY_PLACES + "f", amount);
  }

  /** A count as it is, a share of one with every decimal that it is paid by. */
  public static String quantity(Double quantity) {
    return quantity == null ? "" : plain(rounded(exact(quantity), QUANTITY_PLACES));
  }

  /** A share of one as a percentage with the seven decimals that points are counted in. */
  public static String exactPercent(Double share) {
    return share == null ? "" : plain(percentage(share, POINT_PLACES)) + "%";
  }

  /** {@code 0.8 s}, {@code 42 s}, {@code 3 min 05 s}, {@code 2 h 14 min}. */
  public static String took(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 10) {
      return text("%.1f s", duration.toMillis() / 1000.0);
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return text("%d min %02d s", seconds / 60, seconds % 60);
    }
    return text("%d h %02d min", seconds / 3600, seconds % 3600 / 60);
  }

  /** A number to so many decimals; zeros that it ends in stay. */
  public static BigDecimal rounded(BigDecimal number, int places) {
    return number.setScale(places, RoundingMode.HALF_UP);
  }

  /** Without an exponent and without zeros that say nothing. */
  public static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }

  private static BigDecimal percentage(Object share, int places) {
    return rounded(exact(share).movePointRight(2), places);
  }

  private static BigDecimal exact(Object number) {
    return new BigDecimal(number.toString());
  }

  private static boolean isFinite(Object number) {
    return Double.isFinite(((Number) number).doubleValue());
  }
}
