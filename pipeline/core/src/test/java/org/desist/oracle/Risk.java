// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * What a score says of a member. Without a score the probabilities are null, the band is MISSING
 * and there is a reason.
 */
record Risk(BigDecimal oneYear, BigDecimal twoYear, String band, String missing) {
  private static final List<Map<String, String>> BANDS = Reference.rows("ogrs_band");

  /** Of the logits of one year and of two. */
  static Risk of(double oneYear, double twoYear) {
    return new Risk(
        rounded(logistic(oneYear)),
        rounded(logistic(twoYear)),
        band(percent(logistic(twoYear))),
        null);
  }

  static Risk missing(String reason) {
    return new Risk(null, null, "MISSING", reason);
  }

  /** Whole percent of a probability that nobody has rounded, half up, held to 1..99. */
  static int percent(double probability) {
    int percent =
        BigDecimal.valueOf(probability)
            .movePointRight(2)
            .setScale(0, RoundingMode.HALF_UP)
            .intValueExact();
    return Math.max(1, Math.min(99, percent));
  }

  static String band(int percent) {
    for (Map<String, String> row : BANDS) {
      if (percent >= Integer.parseInt(row.get("percent_from"))
          && percent <= Integer.parseInt(row.get("percent_to"))) {
        return row.get("band");
      }
    }
    throw new IllegalArgumentException("Cannot find the band of " + percent);
  }

  static double logistic(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }

  private static BigDecimal rounded(double probability) {
    return BigDecimal.valueOf(probability).setScale(9, RoundingMode.HALF_UP);
  }
}
