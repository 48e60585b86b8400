// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.desist.comparison.BalanceThresholds;
import org.desist.comparison.Caliper;
import org.desist.comparison.CaliperScale;
import org.desist.comparison.Verdict;

/**
 * Looks for a caliper that would have balanced the groups. No outcome is read for that, so trying
 * several biases nothing; the request has to say which one it wants.
 */
final class CaliperAdvice {
  private static final List<Double> LOGIT_DEVIATIONS = List.of(0.2, 0.1, 0.05, 0.02, 0.01);

  /** To the person it would tell how few are lost. */
  private static final int TENS = 10;

  private CaliperAdvice() {}

  /** A sentence, or nothing when no narrower caliper passes. */
  static Optional<String> of(Grouping grouping, MatchPlan plan, BalanceThresholds thresholds) {
    for (double width : LOGIT_DEVIATIONS) {
      Caliper caliper = new Caliper(width, CaliperScale.LOGIT_DEVIATIONS);
      Grouping other = grouping.with(plan.within(caliper), thresholds);
      if (other.matching().treatedMatched() > 0
          && Diagnostics.verdict(Diagnostics.of(other)) == Verdict.PASSED) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "With caliper: %s and caliper_scale: sd-logit in the request every diagnostic would pass, with %,d or more participants analysed; no outcome was read to find that out.",
                width,
                other.matching().treatedMatched() / TENS * TENS));
      }
    }
    return Optional.empty();
  }
}
