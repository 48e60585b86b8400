// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.desist.comparison.MatchSettings.Replacement;
import org.desist.comparison.MatchSettings.TreatedOrder;
import org.desist.comparison.Matching.MatchedPair;

/**
 * Matching as the method words it, every treated unit against every comparison unit, in exact
 * decimals: slow and plain.
 *
 * @param scores of all units
 * @param treated which are treated
 * @param strata which are matched with which
 * @param caliper on the score
 */
record BruteForce(
    List<Double> scores, List<Boolean> treated, List<Integer> strata, double caliper) {

  double[] radius() {
    double[] weights = new double[scores.size()];
    for (int unit : treatedIn(TreatedOrder.HIGHEST_SCORE)) {
      List<Integer> near = near(unit);
      near.forEach(other -> weights[other] += 1.0 / near.size());
      weights[unit] = near.isEmpty() ? 0 : 1;
    }
    return weights;
  }

  List<MatchedPair> nearest(int ratio, Replacement replacement) {
    return nearest(ratio, replacement, TreatedOrder.HIGHEST_SCORE);
  }

  List<MatchedPair> nearest(int ratio, Replacement replacement, TreatedOrder order) {
    List<MatchedPair> pairs = new ArrayList<>();
    List<Integer> taken = new ArrayList<>();
    for (int rank = 1; rank <= ratio; rank++) {
      for (int unit : treatedIn(order)) {
        List<Integer> left = new ArrayList<>(near(unit));
        if (replacement == Replacement.WITHOUT) {
          left.removeAll(taken);
        } else {
          pairs.stream()
              .filter(pair -> pair.treated() == unit)
              .forEach(pair -> left.remove((Integer) pair.comparison()));
        }
        if (!left.isEmpty()) {
          pairs.add(new MatchedPair(unit, left.get(0), rank));
          taken.add(left.get(0));
        }
      }
    }
    pairs.sort(Comparator.comparingInt(MatchedPair::treated).thenComparingInt(MatchedPair::rank));
    return pairs;
  }

  private List<Integer> treatedIn(TreatedOrder order) {
    Comparator<Integer> byScore = Comparator.comparing(scores::get);
    return switch (order) {
      case HIGHEST_SCORE -> units(true).sorted(byScore.reversed()).toList();
      case LOWEST_SCORE -> units(true).sorted(byScore).toList();
      case KEY -> units(true).toList();
    };
  }

  /** Within the caliper, nearest first, ties by unit. */
  private List<Integer> near(int unit) {
    return units(false)
        .filter(other -> strata.get(other).equals(strata.get(unit)))
        .filter(other -> Math.abs(scores.get(other) - scores.get(unit)) <= caliper)
        .sorted(Comparator.comparing((Integer other) -> distance(unit, other)))
        .toList();
  }

  private BigDecimal distance(int unit, int other) {
    return new BigDecimal(scores.get(unit)).subtract(new BigDecimal(scores.get(other))).abs();
  }

  private java.util.stream.Stream<Integer> units(boolean isTreated) {
    return IntStream.range(0, scores.size()).filter(unit -> treated.get(unit) == isTreated).boxed();
  }
}
