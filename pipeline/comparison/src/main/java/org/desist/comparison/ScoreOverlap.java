// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import org.desist.comparison.Moments.StudyGroup;

/**
 * How far the scores of two groups overlap.
 *
 * @param lower the lowest score that both groups reach
 * @param upper the highest score that both groups reach; below lower when they do not meet
 * @param treatedWithin share of treated units from lower to upper
 * @param comparisonWithin share of comparison units from lower to upper
 * @param before share that the histograms of all units have in common: over twenty equal bins of 0
 *     to 1, the sum of the smaller of the two shares
 * @param after the same with the weights of a matching; NaN when a group has no weight
 */
public record ScoreOverlap(
    double lower,
    double upper,
    double treatedWithin,
    double comparisonWithin,
    double before,
    double after) {
  private static final int BINS = 20;

  /** Compares the scores of some units, with the weights of their matching. */
  public static ScoreOverlap of(ScoredUnits units, double[] weights) {
    double[] least = {2, 2};
    double[] most = {-1, -1};
    for (int unit = 0; unit < units.size(); unit++) {
      int group = units.isTreated(unit) ? 1 : 0;
      least[group] = Math.min(least[group], units.score(unit));
      most[group] = Math.max(most[group], units.score(unit));
    }
    double lower = Math.max(least[0], least[1]);
    double upper = Math.min(most[0], most[1]);
    double[] ones = new double[units.size()];
    java.util.Arrays.fill(ones, 1);
    return new ScoreOverlap(
        lower,
        upper,
        within(units, StudyGroup.TREATED, lower, upper),
        within(units, StudyGroup.COMPARISON, lower, upper),
        common(units, ones),
        common(units, weights));
  }

  private static double within(ScoredUnits units, StudyGroup group, double lower, double upper) {
    int all = 0;
    int inside = 0;
    for (int unit = 0; unit < units.size(); unit++) {
      if (group.has(units.isTreated(unit))) {
        all++;
        inside += units.score(unit) >= lower && units.score(unit) <= upper ? 1 : 0;
      }
    }
    return (double) inside / all;
  }

  private static double common(ScoredUnits units, double[] weights) {
    double[][] bins = new double[2][BINS];
    double[] sums = new double[2];
    for (int unit = 0; unit < units.size(); unit++) {
      int group = units.isTreated(unit) ? 1 : 0;
      int bin = Math.min(BINS - 1, (int) (units.score(unit) * BINS));
      bins[group][bin] += weights[unit];
      sums[group] += weights[unit];
    }
    double common = 0;
    for (int bin = 0; bin < BINS; bin++) {
      common += Math.min(bins[0][bin] / sums[0], bins[1][bin] / sums[1]);
    }
    return common;
  }
}
