// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.desist.answer.Detectable;
import org.desist.comparison.SampleSize;

/** What could be seen at all, worked out before any outcome is read. */
final class Detection {
  /** Where nothing is known of anybody: the rate at which most people are needed. */
  private static final double UNKNOWN_RATE = 0.5;

  private Detection() {}

  /** Before matching: everybody of the pool counts fully. Null when a group is empty. */
  static Detectable of(Units units) {
    int treated = units.treatedCount();
    int pool = units.people(unit -> !units.treated()[unit]);
    return of(treated, pool, pool, expectedRate(units));
  }

  /** After matching. Null when a group is empty. */
  static Detectable of(Grouping grouping) {
    return of(
        grouping.matching().treatedMatched(),
        grouping.effectiveComparison(),
        grouping.comparisonPeople(),
        expectedRate(grouping.units()));
  }

  private static Detectable of(int treated, double effective, int comparison, double rate) {
    if (treated == 0 || comparison == 0) {
      return null;
    }
    OptionalDouble fall = SampleSize.smallestFall(treated, effective, rate);
    return new Detectable(
        treated, comparison, rate, fall.isPresent() ? 100 * fall.getAsDouble() : Double.NaN);
  }

  /** From what is known before the index date alone: the mean of the participants' OGRS3. */
  private static double expectedRate(Units units) {
    double[] scores = units.numbers().get("ogrs3");
    return IntStream.range(0, units.size())
        .filter(unit -> units.treated()[unit] && !Double.isNaN(scores[unit]))
        .mapToDouble(unit -> scores[unit])
        .average()
        .orElse(UNKNOWN_RATE);
  }
}
