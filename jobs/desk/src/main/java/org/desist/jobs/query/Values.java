// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Values of an answer as text, the same on every machine. */
final class Values {
  private static final int SHOWN_PLACES = 6;

  private Values() {}

  /** Empty for null; numbers in full, without an exponent; dates in ISO form. */
  static String text(Object value) {
    return isFraction(value) ? plain(exact(value)) : whole(value);
  }

  /** As {@link #text}, with fractions cut to what is read at a glance. */
  static String shown(Object value) {
    if (!isFraction(value)) {
      return whole(value);
    }
    BigDecimal number = exact(value);
    // A number too small for the places keeps its digits: it is not zero.
    BigDecimal cut = number.setScale(SHOWN_PLACES, RoundingMode.HALF_EVEN);
    return plain(cut.signum() == 0 ? number : cut);
  }

  private static String whole(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }

  private static boolean isFraction(Object value) {
    return (value instanceof Double || value instanceof Float)
        && Double.isFinite(((Number) value).doubleValue());
  }

  private static BigDecimal exact(Object value) {
    return new BigDecimal(value.toString());
  }

  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
  }
}
