// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.desist.comparison.CovariateColumns.Column;
import org.desist.comparison.Moments.StudyGroup;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * How alike two groups are before and after matching.
 *
 * @param covariates one per column, every level of text covariates included
 * @param effectiveTreated (sum of weights)^2 / sum of squared weights of the matched treated units
 * @param effectiveComparison the same of the comparison units
 */
public record Balance(
    List<CovariateBalance> covariates, double effectiveTreated, double effectiveComparison) {
  public Balance {
    covariates = List.copyOf(covariates);
  }

  /**
   * Compares.
   *
   * @param weights of a matching, one per unit
   * @throws DesistException BAD_ARGUMENT when sizes differ
   */
  public static Balance of(
      List<Covariate> covariates,
      boolean[] treated,
      double[] weights,
      BalanceThresholds thresholds) {
    for (Covariate covariate : covariates) {
      if (covariate.size() != treated.length || weights.length != treated.length) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            String.format(
                Locale.ROOT,
                "Cannot judge balance in %s: it has %d values, with %d treatments and %d weights. Give one of each per unit.",
                covariate.name(),
                covariate.size(),
                treated.length,
                weights.length));
      }
    }
    double[] ones = new double[treated.length];
    Arrays.fill(ones, 1);
    List<CovariateBalance> rows =
        CovariateColumns.all(covariates).parallelStream()
            .map(column -> CovariateBalance.of(column, treated, ones, weights, thresholds))
            .toList();
    return new Balance(
        rows,
        Moments.of(unit -> 0, weights, treated, StudyGroup.TREATED).effectiveSize(),
        Moments.of(unit -> 0, weights, treated, StudyGroup.COMPARISON).effectiveSize());
  }

  /** What balance says of a result. */
  public Verdict verdict() {
    if (has(BalanceLight.RED)) {
      return Verdict.FAILED;
    }
    return covariates.isEmpty() || has(BalanceLight.NOT_EVALUATED)
        ? Verdict.NOT_EVALUATED
        : Verdict.PASSED;
  }

  /** The columns with a light, in their order. */
  public List<CovariateBalance> with(BalanceLight light) {
    return covariates.stream().filter(row -> row.light() == light).toList();
  }

  /** Columns that stand in the way of passing: red, or not evaluated. */
  public int faults() {
    return with(BalanceLight.RED).size() + with(BalanceLight.NOT_EVALUATED).size();
  }

  private boolean has(BalanceLight light) {
    return covariates.stream().anyMatch(row -> row.light() == light);
  }

  /** How well a covariate is balanced. */
  public enum BalanceLight {
    /** Well. */
    GREEN,
    /** Nearly. */
    AMBER,
    /** Not. */
    RED,
    /** Unknown: a group is empty, or has one unit. */
    NOT_EVALUATED
  }

  /**
   * Where lights change, in percent of a standard deviation.
   *
   * @param green the largest standardised mean difference, of either sign, that is green
   * @param amber the largest that is amber
   */
  public record BalanceThresholds(double green, double amber) {
    public BalanceThresholds {
      if (!(green >= 0 && amber >= green)) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            "Cannot judge balance as green to %s and amber to %s. Give two numbers from 0 up, the first not above the second."
                .formatted(green, amber));
      }
    }

    /** The light of a standardised mean difference. */
    public BalanceLight light(double difference) {
      double size = Math.abs(difference);
      if (Double.isNaN(size)) {
        return BalanceLight.NOT_EVALUATED;
      }
      if (size <= green) {
        return BalanceLight.GREEN;
      }
      return size <= amber ? BalanceLight.AMBER : BalanceLight.RED;
    }
  }

  /** What a diagnostic says of a result. Only PASSED unseals it. */
  public enum Verdict {
    /** Every part was evaluated and none is red. */
    PASSED,
    /** A part is red. */
    FAILED,
    /** No part is red, but at least one could not be evaluated, or there is none. */
    NOT_EVALUATED
  }

  /**
   * How alike the groups are in one column of a covariate.
   *
   * @param term the column; every level of a text covariate has one
   * @param treatedBefore mean of all treated units
   * @param comparisonBefore mean of all comparison units
   * @param treatedAfter mean of the matched treated units
   * @param comparisonAfter weighted mean of the matched comparison units
   * @param before standardised mean difference, percent: 100 (treated - comparison) /
   *     sqrt((variance of the treated + variance of the comparison units) / 2), variances before
   *     matching
   * @param after the same after matching, over the same root; NaN when a group has no unit
   * @param varianceRatioAfter variance of the treated by that of the comparison units after
   *     matching; NaN when neither varies
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
      BalanceLight light) {

    static CovariateBalance of(
        Column column,
        boolean[] treated,
        double[] ones,
        double[] weights,
        BalanceThresholds thresholds) {
      Moments treatedAll = Moments.of(column.values(), ones, treated, StudyGroup.TREATED);
      Moments comparisonAll = Moments.of(column.values(), ones, treated, StudyGroup.COMPARISON);
      Moments treatedMatched = Moments.of(column.values(), weights, treated, StudyGroup.TREATED);
      Moments comparisonMatched =
          Moments.of(column.values(), weights, treated, StudyGroup.COMPARISON);
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
}
