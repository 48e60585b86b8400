// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/**
 * How alike the groups are in one column of a covariate.
 *
 * @param term the column; every level of a text covariate has one
 * @param treatedBefore mean of all treated units
 * @param comparisonBefore mean of all comparison units
 * @param treatedAfter mean of the matched treated units
 * @param comparisonAfter weighted mean of the matched comparison units
 * @param before standardised mean difference, percent: 100 (treated - comparison) / sqrt((variance
 *     of the treated + variance of the comparison units) / 2), variances before matching
 * @param after the same after matching, over the same root; NaN when a group has no unit
 * @param varianceRatioAfter variance of the treated by that of the comparison units after matching;
 *     NaN when neither varies
 * @param light of the difference after matching
 */
public record CovariateBalance(
    Term term,
    double treatedBefore,
    double comparisonBefore,
    double treatedAfter,
    double comparisonAfter,
    double before,
    double after,
    double varianceRatioAfter,
    Light light) {

  static CovariateBalance of(
      Column column,
      boolean[] treated,
      double[] ones,
      double[] weights,
      BalanceThresholds thresholds) {
    Moments treatedAll = Moments.of(column.values(), ones, treated, Group.TREATED);
    Moments comparisonAll = Moments.of(column.values(), ones, treated, Group.COMPARISON);
    Moments treatedMatched = Moments.of(column.values(), weights, treated, Group.TREATED);
    Moments comparisonMatched = Moments.of(column.values(), weights, treated, Group.COMPARISON);
    double root = Math.sqrt((treatedAll.variance() + comparisonAll.variance()) / 2);
    double after = standardised(treatedMatched.mean() - comparisonMatched.mean(), root);
    return new CovariateBalance(
        column.term(),
        treatedAll.mean(),
        comparisonAll.mean(),
        treatedMatched.mean(),
        comparisonMatched.mean(),
        standardised(treatedAll.mean() - comparisonAll.mean(), root),
        after,
        treatedMatched.variance() / comparisonMatched.variance(),
        thresholds.light(after));
  }

  /** A column that never varies is balanced, unless it differs between the groups. */
  private static double standardised(double difference, double root) {
    return difference == 0 && root == 0 ? 0 : 100 * difference / root;
  }
}
