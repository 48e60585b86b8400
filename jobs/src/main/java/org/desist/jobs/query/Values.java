// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import java.math.BigDecimal;

/** Values of an answer as text, the same on every machine. */
final class Values {
  private Values() {}

  /** Empty for null; numbers without an exponent; dates in ISO form. */
  static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof Double number && Double.isFinite(number)) {
      return plain(number.toString());
    }
    if (value instanceof Float number && Float.isFinite(number)) {
      return plain(number.toString());
    }
    return value.toString();
  }

  private static String plain(String number) {
    String plain = new BigDecimal(number).toPlainString();
    return plain.equals("-0.0") ? "0.0" : plain;
  }
}
