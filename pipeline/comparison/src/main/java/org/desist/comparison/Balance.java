// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
        Columns.all(covariates).parallelStream()
            .map(column -> CovariateBalance.of(column, treated, ones, weights, thresholds))
            .toList();
    return new Balance(
        rows,
        Moments.of(unit -> 0, weights, treated, Group.TREATED).effectiveSize(),
        Moments.of(unit -> 0, weights, treated, Group.COMPARISON).effectiveSize());
  }

  /** What balance says of a result. */
  public Verdict verdict() {
    if (has(Light.RED)) {
      return Verdict.FAILED;
    }
    return covariates.isEmpty() || has(Light.NOT_EVALUATED)
        ? Verdict.NOT_EVALUATED
        : Verdict.PASSED;
  }

  /** The columns with a light, in their order. */
  public List<CovariateBalance> with(Light light) {
    return covariates.stream().filter(row -> row.light() == light).toList();
  }

  private boolean has(Light light) {
    return covariates.stream().anyMatch(row -> row.light() == light);
  }
}
