// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.desist.answer.Groups;
import org.desist.answer.Groups.BalanceRow;
import org.desist.answer.Groups.Diagnostic;
import org.desist.answer.Groups.Scores;
import org.desist.comparison.BalanceThresholds;
import org.desist.comparison.CovariateBalance;

/** Puts two matched groups into the form in which they are told. */
final class GroupsTeller {
  private static final int BINS = 20;

  private GroupsTeller() {}

  static Groups tell(
      Grouping grouping,
      List<String> leftOut,
      List<Diagnostic> diagnostics,
      BalanceThresholds thresholds) {
    Units units = grouping.units();
    int pool = units.people(unit -> !units.treated()[unit]);
    return new Groups(
        grouping.matching().treatedMatched(),
        pool,
        grouping.comparisonPeople(),
        grouping.effectiveComparison(),
        grouping.matching().width(),
        Trait.SCORED.stream().map(Trait::title).toList(),
        leftOut,
        diagnostics,
        grouping.balance().covariates().stream().map(GroupsTeller::row).toList(),
        scores(grouping),
        thresholds);
  }

  private static BalanceRow row(CovariateBalance figures) {
    return new BalanceRow(figures.term().column(), Titles.of(figures.term()), figures);
  }

  private static Scores scores(Grouping grouping) {
    double[] weights = grouping.matching().weights();
    double[] ones = IntStream.range(0, weights.length).mapToDouble(unit -> 1).toArray();
    return new Scores(
        shares(grouping, true, weights),
        shares(grouping, false, ones),
        shares(grouping, false, weights),
        grouping.overlap().lower(),
        grouping.overlap().upper(),
        grouping.overlap().before(),
        grouping.overlap().after());
  }

  private static List<Double> shares(Grouping grouping, boolean treated, double[] weights) {
    double[] sums = new double[BINS];
    double all = 0;
    for (int unit = 0; unit < weights.length; unit++) {
      if (grouping.units().treated()[unit] == treated) {
        sums[Math.min(BINS - 1, (int) (grouping.scores()[unit] * BINS))] += weights[unit];
        all += weights[unit];
      }
    }
    List<Double> shares = new ArrayList<>();
    for (double sum : sums) {
      shares.add(all == 0 ? 0 : sum / all);
    }
    return shares;
  }
}
