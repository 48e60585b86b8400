// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.List;
import java.util.Locale;
import org.desist.answer.Groups.Diagnostic;
import org.desist.comparison.Balance;
import org.desist.comparison.CovariateBalance;
import org.desist.comparison.Light;
import org.desist.comparison.ScoreOverlap;
import org.desist.comparison.Verdict;

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
    List<CovariateBalance> red = balance.with(Light.RED);
    int amber = balance.with(Light.AMBER).size();
    int unknown = balance.with(Light.NOT_EVALUATED).size();
    StringBuilder words = new StringBuilder();
    words.append(
        String.format(
            Locale.ROOT,
            "Of %d traits %d are balanced (green), %d nearly (amber) and %d are not (red)",
            balance.covariates().size(),
            balance.with(Light.GREEN).size(),
            amber,
            red.size()));
    words.append(
        unknown == 0 ? "." : String.format(Locale.ROOT, "; %d could not be judged.", unknown));
    if (!red.isEmpty()) {
      words.append(" Red: ");
      words.append(
          String.join(
              ", ", red.stream().map(row -> Titles.of(row.term())).distinct().limit(8).toList()));
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
            grouping.comparisonPeople(),
            size));
  }
}
