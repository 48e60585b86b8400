// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of a column, by row of the file. */
final class UnitColumn {
  private final double[] numbers;
  private final String[] texts;
  private final Map<String, String> known = new HashMap<>();

  UnitColumn(int units, boolean isNumber) {
    numbers = isNumber ? new double[units] : new double[0];
    texts = isNumber ? new String[0] : new String[units];
  }

  /** Keeps a value; null for none. */
  void put(int unit, String text) {
    if (texts.length == 0) {
      numbers[unit] = text == null ? Double.NaN : UnitValue.numberOrFlag(text);
    } else if (text != null) {
      // A level is kept once, however many units have it.
      texts[unit] = known.computeIfAbsent(text, level -> level);
    }
  }

  double[] numbers(Integer[] order) {
    return Arrays.stream(order).mapToDouble(row -> numbers[row]).toArray();
  }

  List<String> texts(Integer[] order) {
    return Arrays.asList(Arrays.stream(order).map(row -> texts[row]).toArray(String[]::new));
  }

  List<String> texts() {
    return Arrays.asList(texts);
  }
}
