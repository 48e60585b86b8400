// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.List;
import org.desist.answer.OutcomeResult;
import org.desist.answer.OutcomeResult.Status;
import org.desist.answer.OutcomeWords;
import org.desist.answer.Synthesis;
import org.desist.comparison.DoublyRobust;
import org.desist.comparison.Interval;

/**
 * The one-year rate estimated in another way, to stand beside the matched one (METHOD 8.9): it is
 * disclosed, and never the headline.
 *
 * @param result null where the matched one is not tested, or this one has no finite error
 * @param isFar whether the two differ by more than their joint error
 */
record SecondEstimate(OutcomeResult result, boolean isFar) {
  private static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  /**
   * Estimates.
   *
   * @param headline the matched rate
   * @param reoffended 1 or 0 by unit of the grouping
   */
  static SecondEstimate of(OutcomeResult headline, Grouping grouping, double[] reoffended) {
    if (headline.status() != Status.TESTED) {
      return new SecondEstimate(null, false);
    }
    Units units = grouping.units();
    double[] weights = grouping.matching().weights();
    boolean[] included = new boolean[weights.length];
    for (int unit = 0; unit < included.length; unit++) {
      // The same participants as in the headline, and the whole pool.
      included[unit] = !units.treated()[unit] || weights[unit] > 0;
    }
    DoublyRobust found =
        DoublyRobust.of(
            reoffended,
            units.treated(),
            included,
            grouping.scores(),
            units.persons(),
            Grouping.covariates(units));
    if (!Double.isFinite(found.difference()) || !Double.isFinite(found.standardError())) {
      return new SecondEstimate(null, false);
    }
    boolean isFar = found.isFarFrom(headline.difference(), Synthesis.standardError(headline));
    OutcomeResult result =
        new OutcomeResult(
            "doubly_robust",
            "all",
            headline.outcome(),
            headline.title(),
            headline.kind(),
            Status.TESTED,
            headline.treatedPeople(),
            units.people(unit -> !units.treated()[unit]),
            Double.NaN,
            found.treatedValue(),
            NONE,
            found.treatedValue() - found.difference(),
            NONE,
            found.difference(),
            found.interval(),
            Double.NaN,
            Double.NaN,
            false,
            null,
            "");
    return new SecondEstimate(result.withWords(OutcomeWords.second(result, isFar)), isFar);
  }

  /** What the reader must see beside the headline. */
  List<String> cautions() {
    return isFar ? List.of(result.words()) : List.of();
  }
}
