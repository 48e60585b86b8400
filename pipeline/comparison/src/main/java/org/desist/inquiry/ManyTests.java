// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.desist.answer.OutcomeResult;
import org.desist.answer.OutcomeWords;
import org.desist.comparison.Effect;
import org.desist.comparison.MultipleTests;

/**
 * Judges outcomes that are tested beside others (METHOD 8.7). The one-year rate of all participants
 * is the primary outcome, tested alone; the others are secondary, and groups of participants
 * exploratory. What is withheld, or not tested, is no test.
 */
final class ManyTests {
  private ManyTests() {}

  /** Outcomes over all participants, the primary one first: Holm over the rest. */
  static List<OutcomeResult> secondary(List<OutcomeResult> results) {
    List<OutcomeResult> judged = new ArrayList<>(results.subList(0, 1));
    judged.addAll(
        corrected(results.subList(1, results.size()), MultipleTests::holm, OutcomeWords::of));
    return judged;
  }

  /** Outcomes of groups of participants: Benjamini and Hochberg over all of them. */
  static List<OutcomeResult> exploratory(List<OutcomeResult> results) {
    return corrected(results, MultipleTests::benjaminiHochberg, OutcomeWords::of);
  }

  /** Outcomes of before the index date: Holm over all of them. */
  static List<OutcomeResult> placebos(List<OutcomeResult> results) {
    return corrected(results, MultipleTests::holm, OutcomeWords::placebo);
  }

  private static List<OutcomeResult> corrected(
      List<OutcomeResult> results,
      UnaryOperator<double[]> correction,
      Function<OutcomeResult, String> words) {
    double[] corrected =
        correction.apply(results.stream().mapToDouble(OutcomeResult::pValue).toArray());
    List<OutcomeResult> judged = new ArrayList<>();
    for (int i = 0; i < corrected.length; i++) {
      OutcomeResult result = results.get(i);
      OutcomeResult one =
          result.corrected(
              corrected[i], result.isSignificant() && corrected[i] <= Effect.SIGNIFICANCE);
      judged.add(one.withWords(words.apply(one)));
    }
    return judged;
  }
}
