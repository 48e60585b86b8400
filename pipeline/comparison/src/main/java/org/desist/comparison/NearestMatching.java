// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Nearest neighbour matching, greedy: treated units choose one after the other, from the highest
 * score down unless told otherwise and ties by unit, and each takes the nearest comparison unit
 * within the caliper; between two that are exactly as near, the one of the smallest unit. With k
 * matches to a treated unit there are k rounds: everyone has chosen once before anyone chooses
 * twice.
 */
public final class NearestMatching {
  private final double[] positions;
  private final double width;
  private final int ratio;
  private final TreatedOrder order;
  private final List<Pair> pairs = new ArrayList<>();

  private NearestMatching(double[] positions, double width, int ratio, TreatedOrder order) {
    this.positions = positions;
    this.width = width;
    this.ratio = ratio;
    this.order = order;
  }

  /** Matches from the highest score down. */
  public static Matching match(
      ScoredUnits units,
      Caliper caliper,
      CommonSupport support,
      int ratio,
      Replacement replacement) {
    return match(units, caliper, support, ratio, replacement, TreatedOrder.HIGHEST_SCORE);
  }

  /**
   * Matches; may match nobody.
   *
   * @param ratio the most matches to a treated unit, 1 or more
   * @param order makes no difference with replacement
   * @throws DesistException BAD_ARGUMENT for a ratio below 1
   */
  public static Matching match(
      ScoredUnits units,
      Caliper caliper,
      CommonSupport support,
      int ratio,
      Replacement replacement,
      TreatedOrder order) {
    if (ratio < 1) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          String.format(
              Locale.ROOT,
              "Cannot match %d neighbours to a unit. Give a ratio of 1 or more.",
              ratio));
    }
    double width = units.width(caliper);
    double[] positions = units.positions(caliper.scale());
    NearestMatching matching = new NearestMatching(positions, width, ratio, order);
    for (Stratum stratum : Stratum.of(units, positions, support)) {
      switch (replacement) {
        case WITH -> matching.withReplacement(stratum);
        case WITHOUT -> matching.withoutReplacement(stratum);
      }
    }
    return matching.result(units);
  }

  private void withoutReplacement(Stratum stratum) {
    FreePlaces free = new FreePlaces(stratum.comparison().size());
    int[] treated = inOrder(stratum.treated());
    for (int rank = 1; rank <= ratio; rank++) {
      for (int unit : treated) {
        choose(stratum.comparison(), free, unit, rank);
      }
    }
  }

  private int[] inOrder(SortedUnits highestFirst) {
    return switch (order) {
      case HIGHEST_SCORE -> highestFirst.units();
      case LOWEST_SCORE -> SortedUnits.of(byKey(highestFirst), positions).units();
      case KEY -> byKey(highestFirst);
    };
  }

  private static int[] byKey(SortedUnits treated) {
    int[] units = treated.units();
    Arrays.sort(units);
    return units;
  }

  private void withReplacement(Stratum stratum) {
    for (int i = 0; i < stratum.treated().size(); i++) {
      int unit = stratum.treated().unit(i);
      Neighbours neighbours = new Neighbours(stratum.comparison(), positions[unit]);
      for (int rank = 1; rank <= ratio; rank++) {
        int place = neighbours.next();
        if (place < 0 || isTooFar(stratum.comparison(), place, unit)) {
          break;
        }
        pairs.add(new Pair(unit, stratum.comparison().unit(place), rank));
      }
    }
  }

  private void choose(SortedUnits pool, FreePlaces free, int unit, int rank) {
    int middle = pool.firstFrom(positions[unit]);
    int left = free.upTo(middle - 1);
    if (left >= 0) {
      // Of equal scores the smallest unit stands first.
      left = free.from(pool.firstEqual(left));
    }
    int place = Neighbours.nearer(pool, positions[unit], left, free.from(middle));
    if (place >= 0 && !isTooFar(pool, place, unit)) {
      free.take(place);
      pairs.add(new Pair(unit, pool.unit(place), rank));
    }
  }

  private boolean isTooFar(SortedUnits pool, int place, int unit) {
    return Math.abs(pool.value(place) - positions[unit]) > width;
  }

  private Matching result(ScoredUnits units) {
    pairs.sort(Comparator.comparingInt(Pair::treated).thenComparingInt(Pair::rank));
    int[] matches = new int[units.size()];
    for (Pair pair : pairs) {
      matches[pair.treated()]++;
    }
    double[] weights = new double[units.size()];
    for (Pair pair : pairs) {
      weights[pair.treated()] = 1;
      weights[pair.comparison()] += 1.0 / matches[pair.treated()];
    }
    return new Matching(units, weights, matches, pairs, width);
  }
}
