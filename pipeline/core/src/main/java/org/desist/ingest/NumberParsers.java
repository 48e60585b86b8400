// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.desist.contract.Field;

/** Parsers of fields whose values are numbers, or are kept as numbers. */
final class NumberParsers {
  private NumberParsers() {}

  /** Reads decimal numbers. */
  static final class Decimals extends FieldParser {
    private final double minimum;
    private final double maximum;

    Decimals(Field field, List<String> missingValues, List<ValueFault> faults) {
      super(field, missingValues, faults);
      this.minimum =
          field.minimum() == null ? Double.NEGATIVE_INFINITY : field.minimum().doubleValue();
      this.maximum =
          field.maximum() == null ? Double.POSITIVE_INFINITY : field.maximum().doubleValue();
    }

    @Override
    void parse(char[] text, int from, int length) {
      double value = NumberText.parse(text, from, length);
      if (Double.isNaN(value)) {
        rejectType(text, from, length);
        return;
      }
      slot().set(value, decimals(text, from, length));
      checkRange(value < minimum, value > maximum, text, from, length);
    }

    private static int decimals(char[] text, int from, int length) {
      int digits = 0;
      while (digits < length && text[from + length - 1 - digits] != '.') {
        digits++;
      }
      return digits == length ? 0 : digits;
    }

    @Override
    String slotText() {
      return Double.toString(slot().real());
    }
  }

  /** Reads whole numbers of 64 bits: an optional sign and decimal digits. */
  static final class Integers extends FieldParser {
    private final long minimum;
    private final long maximum;

    Integers(Field field, List<String> missingValues, List<ValueFault> faults) {
      super(field, missingValues, faults);
      this.minimum = bound(field.minimum(), RoundingMode.CEILING, Long.MIN_VALUE);
      this.maximum = bound(field.maximum(), RoundingMode.FLOOR, Long.MAX_VALUE);
    }

    @Override
    void parse(char[] text, int from, int length) {
      int first = NumberText.afterSign(text, from, length);
      int end = from + length;
      if (first == end) {
        rejectType(text, from, length);
        return;
      }
      boolean negative = text[from] == '-';
      // Counted downwards, because the smallest long has no positive counterpart.
      long value = 0;
      for (int i = first; i < end; i++) {
        int digit = text[i] - '0';
        if (digit < 0 || digit > 9 || value < (Long.MIN_VALUE + digit) / 10) {
          rejectType(text, from, length);
          return;
        }
        value = value * 10 - digit;
      }
      if (!negative && value == Long.MIN_VALUE) {
        rejectType(text, from, length);
        return;
      }
      accept(negative ? value : -value, text, from, length);
    }

    private void accept(long value, char[] text, int from, int length) {
      slot().set(value);
      checkRange(value < minimum, value > maximum, text, from, length);
    }

    private static long bound(BigDecimal bound, RoundingMode inwards, long open) {
      if (bound == null) {
        return open;
      }
      BigInteger whole = bound.setScale(0, inwards).toBigInteger();
      return whole
          .max(BigInteger.valueOf(Long.MIN_VALUE))
          .min(BigInteger.valueOf(Long.MAX_VALUE))
          .longValue();
    }

    @Override
    String slotText() {
      return Long.toString(slot().number());
    }
  }

  /** Reads the booleans that Table Schema knows by default. */
  static final class Booleans extends FieldParser {
    private static final char[][] TRUE = texts("true", "True", "TRUE", "1");
    private static final char[][] FALSE = texts("false", "False", "FALSE", "0");

    Booleans(Field field, List<String> missingValues, List<ValueFault> faults) {
      super(field, missingValues, faults);
    }

    @Override
    void parse(char[] text, int from, int length) {
      if (isOneOf(FALSE, text, from, length)) {
        slot().set(false);
      } else if (isOneOf(TRUE, text, from, length)) {
        slot().set(true);
      } else {
        rejectType(text, from, length);
      }
    }

    private static boolean isOneOf(char[][] values, char[] text, int from, int length) {
      for (char[] value : values) {
        if (isSame(value, text, from, length)) {
          return true;
        }
      }
      return false;
    }

    private static char[][] texts(String... values) {
      return List.of(values).stream().map(String::toCharArray).toArray(char[][]::new);
    }

    @Override
    String slotText() {
      return slot().number() == 1 ? "true" : "false";
    }
  }

  /**
   * Reads decimal numbers: an optional sign, digits, an optional point. No exponents, no
   * separators.
   */
  private static final class NumberText {
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
}
