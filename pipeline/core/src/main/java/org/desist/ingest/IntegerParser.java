// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.desist.contract.Field;
import org.desist.contract.ValidationCode;

/** Reads whole numbers of 64 bits: an optional sign and decimal digits. */
final class IntegerParser extends FieldParser {
  private final long minimum;
  private final long maximum;

  IntegerParser(Field field, List<String> missingValues, List<Fault> faults) {
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
    if (value < minimum) {
      reject(
          ValidationCode.OUT_OF_RANGE,
          "Below the minimum " + field().minimum(),
          text,
          from,
          length);
    }
    if (value > maximum) {
      reject(
          ValidationCode.OUT_OF_RANGE,
          "Above the maximum " + field().maximum(),
          text,
          from,
          length);
    }
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
