// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.List;
import org.desist.contract.Field;
import org.desist.contract.ValidationCode;

/** Reads decimal numbers. */
final class NumberParser extends FieldParser {
  private final double minimum;
  private final double maximum;

  NumberParser(Field field, List<String> missingValues, List<Fault> faults) {
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
