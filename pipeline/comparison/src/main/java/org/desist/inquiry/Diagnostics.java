// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.AnswerRounding;
import org.desist.answer.ComparedGroups.Diagnostic;
import org.desist.comparison.Balance;
import org.desist.comparison.Balance.BalanceLight;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.comparison.Balance.CovariateBalance;
import org.desist.comparison.Balance.Verdict;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.SampleSize;
import org.desist.comparison.ScoreOverlap;

/** Judges two groups before any outcome is read: only if all have passed is a result open. */
final class Diagnostics {
  private static final double NARROW = 0.5;
  private static final double WIDE = 2;

  private Diagnostics() {}

  static List<Diagnostic> of(Grouping grouping) {
    return List.of(
        balance(grouping.balance()),
        variances(grouping.balance()),
        support(grouping),
        effectiveSize(grouping));
  }

  /** What all of them say together. */
  static Verdict verdict(List<Diagnostic> diagnostics) {
    if (diagnostics.stream().anyMatch(one -> one.verdict() == Verdict.FAILED)) {
      return Verdict.FAILED;
    }
    return diagnostics.stream().allMatch(one -> one.verdict() == Verdict.PASSED)
        ? Verdict.PASSED
        : Verdict.NOT_EVALUATED;
  }

  private static Diagnostic balance(Balance balance) {
    List<CovariateBalance> red = balance.with(BalanceLight.RED);
    int amber = balance.with(BalanceLight.AMBER).size();
    int unknown = balance.with(BalanceLight.NOT_EVALUATED).size();
    StringBuilder words = new StringBuilder();
    words.append(
        String.format(
            Locale.ROOT,
            "Of %d traits %d are balanced (green), %d nearly (amber) and %d are not (red)",
            balance.covariates().size(),
            balance.with(BalanceLight.GREEN).size(),
            amber,
            red.size()));
    words.append(
        unknown == 0 ? "." : String.format(Locale.ROOT, "; %d could not be judged.", unknown));
    if (!red.isEmpty()) {
      words.append(" Red: ");
      words.append(
          String.join(
              ", ",
              red.stream().map(row -> TraitTitles.of(row.term())).distinct().limit(8).toList()));
      words.append(red.size() > 8 ? " and more." : ".");
    }
    return new Diagnostic("Balance of the groups", balance.verdict(), words.toString());
  }

  private static Diagnostic variances(Balance balance) {
    long unlike =
        balance.covariates().stream()
            .filter(row -> row.varianceRatioAfter() < NARROW || row.varianceRatioAfter() > WIDE)
            .count();
    boolean isKnown =
        balance.covariates().stream().anyMatch(row -> !Double.isNaN(row.varianceRatioAfter()));
    return new Diagnostic(
        "Spread of the traits",
        isKnown ? Verdict.PASSED : Verdict.NOT_EVALUATED,
        String.format(
            Locale.ROOT,
            "%d of %d traits are spread more than twice as much in one group as in the other.",
            unlike,
            balance.covariates().size()));
  }

  private static Diagnostic support(Grouping grouping) {
    ScoreOverlap overlap = grouping.overlap();
    return new Diagnostic(
        "Common support",
        Double.isNaN(overlap.after()) ? Verdict.NOT_EVALUATED : Verdict.PASSED,
        String.format(
            Locale.ROOT,
            "The scores of the two groups overlap by %.0f%% before matching and %.0f%% after.",
            100 * overlap.before(),
            100 * overlap.after()));
  }

  private static Diagnostic effectiveSize(Grouping grouping) {
    double size = grouping.effectiveComparison();
    return new Diagnostic(
        "Effective size",
        Double.isNaN(size) ? Verdict.NOT_EVALUATED : Verdict.PASSED,
        String.format(
            Locale.ROOT,
            "The %,d people of the comparison group count for %,.0f, given their weights.",
            AnswerRounding.count(grouping.comparisonPeople()),
            Double.isNaN(size) ? size : (double) AnswerRounding.count((int) Math.round(size))));
  }

  /**
   * Whether the method's calipers would have balanced groups that a fixed one leaves unlike. No
   * outcome is read for that, so trying them biases nothing.
   */
  static final class CaliperAdvice {
    /** To the person it would tell how few are lost. */
    private static final int TENS = 10;

    private CaliperAdvice() {}

    /**
     * A sentence; nothing when none of them passes, or when they have been tried.
     *
     * @param usual the method's
     */
    static Optional<String> of(
        Grouping grouping, MatchPlan plan, List<Caliper> usual, BalanceThresholds thresholds) {
      if (plan.isAuto()) {
        return Optional.empty();
      }
      Grouping other = grouping.with(plan.within(usual.toArray(Caliper[]::new)), thresholds);
      return verdict(Diagnostics.of(other)) == Verdict.PASSED
          ? Optional.of(
              String.format(
                  Locale.ROOT,
                  "If the method chose how near two scores have to be, every diagnostic would pass, within %s, with %,d or more participants analysed; no outcome was read to find that out.",
                  other.caliper(),
                  other.matching().treatedMatched() / TENS * TENS))
          : Optional.empty();
    }
  }

  /** What could be seen at all, worked out before any outcome is read. */
  static final class Detection {
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
}
