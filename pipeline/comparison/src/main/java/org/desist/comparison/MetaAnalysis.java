// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Several studies' estimates of one effect, pooled by a random-effects model.
 *
 * <p>Sources: tau^2 by the moments of DerSimonian and Laird (1986); the interval of the mean by
 * Hartung and Knapp (2001) with Student's t and k - 1 degrees of freedom, its factor held to 1 or
 * more as Roever, Knapp and Friede (2015) advise, because few studies that happen to agree would
 * otherwise seem surer than they are; I^2 by Higgins and Thompson (2002); the prediction interval
 * by Higgins, Thompson and Spiegelhalter (2009), with k - 2 degrees of freedom, around Hartung and
 * Knapp's standard error (Partlett and Riley 2017).
 *
 * @param studies how many, k
 * @param weights share of each study in the mean, 0 to 1, in the order given
 * @param estimate the mean effect
 * @param standardError of the mean
 * @param interval 95%, of the mean
 * @param pValue two-sided, of no mean effect
 * @param tauSquared variance of the effects between studies; 0 or more
 * @param heterogeneity Cochran's Q
 * @param heterogeneityP of Q, by chi squared with k - 1 degrees of freedom
 * @param iSquared share of the variance that is not chance, 0 to 1
 * @param prediction 95%, where the effect of another study would lie; NaN limits below 3 studies
 */
public record MetaAnalysis(
    int studies,
    List<Double> weights,
    double estimate,
    double standardError,
    Interval interval,
    double pValue,
    double tauSquared,
    double heterogeneity,
    double heterogeneityP,
    double iSquared,
    Interval prediction) {
  private static final double LIMIT = 0.975;

  public MetaAnalysis {
    weights = List.copyOf(weights);
  }

  /**
   * Pools.
   *
   * @param estimates one per study
   * @param standardErrors one per study, above 0
   * @throws DesistException BAD_ARGUMENT when there are fewer than two, sizes differ, or a number
   *     cannot be used
   */
  public static MetaAnalysis of(double[] estimates, double[] standardErrors) {
    check(estimates, standardErrors);
    int studies = estimates.length;
    double[] precisions = Arrays.stream(standardErrors).map(error -> 1 / (error * error)).toArray();
    double q = squares(estimates, precisions);
    double tauSquared = tauSquared(precisions, q);
    double[] weights =
        Arrays.stream(standardErrors).map(error -> 1 / (error * error + tauSquared)).toArray();
    double sum = Arrays.stream(weights).sum();
    double mean = mean(estimates, weights);
    double factor = Math.max(1, squares(estimates, weights) / (studies - 1));
    double error = Math.sqrt(factor / sum);
    TDistribution student = new TDistribution(studies - 1);
    double half = student.inverseCumulativeProbability(LIMIT) * error;
    return new MetaAnalysis(
        studies,
        Arrays.stream(weights).mapToObj(weight -> weight / sum).toList(),
        mean,
        error,
        Interval.around(mean, half),
        2 * student.cumulativeProbability(-Math.abs(mean) / error),
        tauSquared,
        q,
        1 - new ChiSquaredDistribution(studies - 1).cumulativeProbability(q),
        q == 0 ? 0 : Math.max(0, (q - (studies - 1)) / q),
        prediction(studies, mean, tauSquared + error * error));
  }

  private static Interval prediction(int studies, double mean, double variance) {
    if (studies < 3) {
      return new Interval(Double.NaN, Double.NaN);
    }
    double quantile = new TDistribution(studies - 2).inverseCumulativeProbability(LIMIT);
    return Interval.around(mean, quantile * Math.sqrt(variance));
  }

  private static double tauSquared(double[] precisions, double q) {
    double sum = Arrays.stream(precisions).sum();
    double squared = Arrays.stream(precisions).map(precision -> precision * precision).sum();
    return Math.max(0, (q - (precisions.length - 1)) / (sum - squared / sum));
  }

  private static double mean(double[] estimates, double[] weights) {
    double total = 0;
    for (int study = 0; study < estimates.length; study++) {
      total += weights[study] * estimates[study];
    }
    return total / Arrays.stream(weights).sum();
  }

  /** Weighted squared distances from the weighted mean. */
  private static double squares(double[] estimates, double[] weights) {
    double mean = mean(estimates, weights);
    double total = 0;
    for (int study = 0; study < estimates.length; study++) {
      double distance = estimates[study] - mean;
      total += weights[study] * distance * distance;
    }
    return total;
  }

  private static void check(double[] estimates, double[] standardErrors) {
    if (estimates.length < 2 || estimates.length != standardErrors.length) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          String.format(
              Locale.ROOT,
              "Cannot pool %d estimates with %d standard errors. Give one of each per study, of two studies or more.",
              estimates.length,
              standardErrors.length));
    }
    for (int study = 0; study < estimates.length; study++) {
      double error = standardErrors[study];
      if (!Double.isFinite(estimates[study]) || !(error > 0) || Double.isInfinite(error)) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            String.format(
                Locale.ROOT,
                "Cannot pool study %d: its estimate is %s and its standard error %s. Leave it out, or give numbers, the error above 0.",
                study + 1,
                estimates[study],
                error));
      }
    }
  }
}
