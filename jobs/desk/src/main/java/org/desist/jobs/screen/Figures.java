// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures of marts as people read them, whatever their unit. */
public final class Figures {
  private static final int PLACES = 4;

  private Figures() {}

  /** With thousands separators. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Whole numbers whole, others with at most four decimals. */
  public static String number(double value) {
    if (value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return new BigDecimal(Double.toString(value))
        .setScale(PLACES, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
