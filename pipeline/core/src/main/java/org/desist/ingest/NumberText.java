// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

/**
 * Reads decimal numbers: an optional sign, digits, an optional point. No exponents, no separators.
 */
final class NumberText {
  private static final int EXACT_DIGITS = 15;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private NumberText() {}

  /** The number, or NaN when the text is not one or has no finite double. */
  static double parse(char[] text, int from, int length) {
    int first = afterSign(text, from, length);
    int end = from + length;
    int point = -1;
    int digits = 0;
    long mantissa = 0;
    for (int i = first; i < end; i++) {
      char c = text[i];
      if (c >= '0' && c <= '9') {
        digits++;
        mantissa = mantissa * 10 + (c - '0');
      } else if (c == '.' && point < 0) {
        point = i;
      } else {
        return Double.NaN;
      }
    }
    if (digits == 0) {
      return Double.NaN;
    }
    if (digits > EXACT_DIGITS) {
      double value = Double.parseDouble(new String(text, from, length));
      return Double.isInfinite(value) ? Double.NaN : value;
    }
    // Up to 15 digits both operands are exact doubles, so one division rounds once, correctly.
    double value = point < 0 ? mantissa : mantissa / POWERS[end - point - 1];
    return text[from] == '-' ? 0.0 - value : value;
  }

  /** The position after an optional sign; the end when there is nothing else. */
  static int afterSign(char[] text, int from, int length) {
    return length > 0 && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
  }
}
