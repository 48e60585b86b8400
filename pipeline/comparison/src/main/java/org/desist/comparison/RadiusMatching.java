// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.List;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CommonSupport;
import org.desist.comparison.Strata.Stratum;

/**
 * Radius matching with replacement: every comparison unit within the caliper of a treated unit is
 * matched to it and counts 1 / (number within the caliper), summed over treated units.
 *
 * <p>With both groups sorted by score, the comparison units of a treated unit are a run of places,
 * and so are the treated units of a comparison unit: its weight is a difference of two running
 * sums, which are kept to twice the precision so that the difference loses nothing.
 */
public final class RadiusMatching {
  private RadiusMatching() {}

  /** Matches; never fails, but may match nobody. */
  public static Matching match(ScoredUnits units, Caliper caliper, CommonSupport support) {
    double width = units.width(caliper);
    double[] positions = units.positions(caliper.scale());
    double[] weights = new double[units.size()];
    for (Stratum stratum : Stratum.of(units, positions, support)) {
      match(stratum, positions, width, weights);
    }
    return new Matching(units, weights, List.of(), width);
  }

  private static void match(Stratum stratum, double[] positions, double width, double[] weights) {
    SortedUnits pool = stratum.comparison();
    int count = stratum.treated().size();
    int[] from = new int[count];
    int[] to = new int[count];
    RunningSum sum = new RunningSum(count);
    int low = 0;
    int high = 0;
    for (int i = 0; i < count; i++) {
      int unit = stratum.treated().unit(count - 1 - i);
      while (low < pool.size() && positions[unit] - pool.value(low) > width) {
        low++;
      }
      while (high < pool.size() && pool.value(high) - positions[unit] <= width) {
        high++;
      }
      from[i] = low;
      to[i] = Math.max(low, high);
      int matches = to[i] - from[i];
      weights[unit] = matches > 0 ? 1 : 0;
      sum.add(matches > 0 ? 1.0 / matches : 0);
    }
    int first = 0;
    int end = 0;
    for (int place = 0; place < pool.size(); place++) {
      while (first < count && to[first] <= place) {
        first++;
      }
      while (end < count && from[end] <= place) {
        end++;
      }
      weights[pool.unit(place)] = first < end ? sum.between(first, end) : 0;
    }
  }

  /** Sums of a list from its start, each as an unevaluated sum of two doubles. */
  static final class RunningSum {
    private final double[] sums;
    private final double[] remainders;
    private int size;

    RunningSum(int most) {
      sums = new double[most + 1];
      remainders = new double[most + 1];
    }

    /** Appends a number; Knuth's two-sum keeps what rounding drops. */
    void add(double value) {
      double sum = sums[size] + value;
      double taken = sum - sums[size];
      double dropped = (sums[size] - (sum - taken)) + (value - taken);
      size++;
      sums[size] = sum;
      remainders[size] = remainders[size - 1] + dropped;
    }

    /** The sum of the numbers from one place to before another. */
    double between(int from, int to) {
      return (sums[to] - sums[from]) + (remainders[to] - remainders[from]);
    }
  }
}
