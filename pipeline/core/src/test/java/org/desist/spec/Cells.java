// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Cells of an expected table against values of a result. */
final class Cells {
  private Cells() {}

  /** An empty cell is a missing value; a number with decimals is compared to the places shown. */
  static boolean isSame(String expected, Object actual) {
    String cell = expected.startsWith("`") ? expected.replace("`", "") : expected;
    if (actual instanceof Double number && cell.contains(".")) {
      BigDecimal shown = new BigDecimal(cell);
      return BigDecimal.valueOf(number)
              .setScale(shown.scale(), RoundingMode.HALF_UP)
              .compareTo(shown)
          == 0;
    }
    return cell.equals(text(actual));
  }

  static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number) {
      return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
    return value.toString();
  }
}
