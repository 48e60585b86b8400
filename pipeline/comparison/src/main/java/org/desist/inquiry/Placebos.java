// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.desist.answer.ComparedGroups.Diagnostic;
import org.desist.answer.OutcomeResult;
import org.desist.answer.OutcomeResult.Kind;
import org.desist.answer.OutcomeResult.Status;
import org.desist.comparison.Balance.Verdict;
import org.desist.method.Method;

/**
 * Proven offending in the three years before the index date, as a rate and as a frequency each
 * (METHOD 8.9): no programme can have changed it, so a difference says that the groups are not
 * alike in what drives offending.
 *
 * @param results the six, judged together
 * @param sealing so many that are significant seal
 */
record Placebos(List<OutcomeResult> results, int sealing) {
  /** Without groups. */
  static final Placebos NONE = new Placebos(List.of(), 1);

  static Placebos of(Method method, Grouping grouping) {
    List<OutcomeResult> results = new ArrayList<>();
    double[][] earlier = grouping.units().earlier();
    int months = method.followUpMonths();
    for (int year = 0; year < earlier.length; year++) {
      double[] offences = earlier[year];
      double[] has = Arrays.stream(offences).map(Math::signum).toArray();
      OutcomeMeasure measure = new OutcomeMeasure(method, grouping, has);
      int from = year * months + 1;
      int to = (year + 1) * months;
      String span = String.format(Locale.ROOT, "%d_%d", from, to);
      String before = String.format(Locale.ROOT, "months %d to %d before the index date", from, to);
      results.add(
          measure.placebo(
              "earlier_rate_" + span, "Rate of offending in " + before, Kind.RATE, has, has));
      results.add(
          measure.placebo(
              "earlier_frequency_" + span,
              "Offences per person in " + before,
              Kind.FREQUENCY,
              offences,
              has));
    }
    return new Placebos(ManyTests.placebos(results), method.comparison().sealingPlacebos());
  }

  private List<OutcomeResult> significant() {
    return results.stream().filter(OutcomeResult::isSignificant).toList();
  }

  /** Whether the groups may be alike; nothing where none could be tested, which is no failure. */
  Optional<Diagnostic> diagnostic() {
    long tested = results.stream().filter(one -> one.status() == Status.TESTED).count();
    if (tested == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Diagnostic(
            "Offending before",
            significant().size() < sealing ? Verdict.PASSED : Verdict.FAILED,
            String.format(
                Locale.ROOT,
                "Of %d outcomes of before the index date that could be tested, which no programme can have changed, %d differ significantly after Holm's correction; %d seal.",
                tested,
                significant().size(),
                sealing)));
  }

  /** What the reader must see beside the headline. */
  List<String> cautions() {
    return significant().stream()
        .map(one -> "A check where there should be no difference shows one. " + one.words())
        .toList();
  }
}
