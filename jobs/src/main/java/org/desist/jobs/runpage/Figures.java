// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.runpage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.desist.jobs.diff.Change;

/** Figures of a page as people read them. */
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

  /** {@code reoffending_rate 0.282 to 0.301}. */
  public static String change(Change change) {
    return "%s %s to %s"
        .formatted(change.measure(), number(change.before()), number(change.after()));
  }
}
