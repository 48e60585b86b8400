// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CommonSupport;
import org.desist.comparison.MatchSettings.Replacement;
import org.desist.comparison.MatchSettings.TreatedOrder;
import org.desist.comparison.Matching.MatchedPair;
import org.desist.comparison.Strata.Stratum;
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
  private final List<MatchedPair> pairs = new ArrayList<>();

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
        pairs.add(new MatchedPair(unit, stratum.comparison().unit(place), rank));
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
      pairs.add(new MatchedPair(unit, pool.unit(place), rank));
    }
  }

  private boolean isTooFar(SortedUnits pool, int place, int unit) {
    return Math.abs(pool.value(place) - positions[unit]) > width;
  }

  private Matching result(ScoredUnits units) {
    pairs.sort(Comparator.comparingInt(MatchedPair::treated).thenComparingInt(MatchedPair::rank));
    int[] matches = new int[units.size()];
    for (MatchedPair pair : pairs) {
      matches[pair.treated()]++;
    }
    double[] weights = new double[units.size()];
    for (MatchedPair pair : pairs) {
      weights[pair.treated()] = 1;
      weights[pair.comparison()] += 1.0 / matches[pair.treated()];
    }
    return new Matching(units, weights, pairs, width);
  }

  /** The comparison units around a position, nearest first, ties to the smallest unit. */
  static final class Neighbours {
    private final SortedUnits pool;
    private final double position;
    private int left;
    private int leftStart;
    private int leftEnd;
    private int right;

    Neighbours(SortedUnits pool, double position) {
      this.pool = pool;
      this.position = position;
      right = pool.firstFrom(position);
      openLeft(right);
    }

    /** Moves to the run of equal values that ends before a place. */
    private void openLeft(int end) {
      leftEnd = end;
      leftStart = end == 0 ? 0 : pool.firstEqual(end - 1);
      left = leftStart;
    }

    /** The next place, or -1 when there is none left. */
    int next() {
      int place = nearer(pool, position, left < leftEnd ? left : -1, right);
      if (place < 0) {
        return place;
      }
      if (place == right) {
        right++;
      } else {
        left++;
        if (left == leftEnd) {
          openLeft(leftStart);
        }
      }
      return place;
    }

    /**
     * The nearer of two places.
     *
     * @param left a place below the position, or -1
     * @param right a place not below it, or the size of the pool
     * @return one of them, or -1 when there is neither
     */
    static int nearer(SortedUnits pool, double position, int left, int right) {
      if (right == pool.size()) {
        return left;
      }
      if (left < 0) {
        return right;
      }
      int order = Distance.compare(pool.value(left), position, pool.value(right));
      int chosen = order == 0 ? Integer.compare(pool.unit(left), pool.unit(right)) : order;
      return chosen < 0 ? left : right;
    }
  }

  /** Compares distances between doubles exactly, without the rounding of a subtraction. */
  static final class Distance {
    private Distance() {}

    /**
     * Which of two numbers is nearer to a third that lies between them.
     *
     * @return below 0 when left is nearer, above 0 when right is, 0 when neither is
     */
    static int compare(double left, double middle, double right) {
      double toLeft = middle - left;
      double toRight = right - middle;
      int rounded = Double.compare(toLeft, toRight);
      return rounded != 0
          ? rounded
          : Double.compare(dropped(middle, left, toLeft), dropped(right, middle, toRight));
    }

    /** What rounding dropped from a difference (Knuth's two-sum). */
    private static double dropped(double from, double take, double difference) {
      double taken = from - difference;
      double kept = difference + taken;
      return (from - kept) + (taken - take) + 0.0;
    }
  }

  /**
   * Which of some places are free, with the next free one on either side in almost constant time.
   */
  static final class FreePlaces {
    private final int[] right;
    private final int[] left;

    FreePlaces(int size) {

      right = new int[size + 2];
      left = new int[size + 2];
      for (int i = 0; i < size + 2; i++) {
        right[i] = i;
        left[i] = i;
      }
    }

    /** The first free place from this one on; the number of places when there is none. */
    int from(int place) {
      return find(right, place + 1) - 1;
    }

    /** The last free place up to this one; -1 when there is none. */
    int upTo(int place) {
      return find(left, place + 1) - 1;
    }

    void take(int place) {
      right[place + 1] = place + 2;
      left[place + 1] = place;
    }

    private static int find(int[] next, int start) {
      int end = start;
      while (next[end] != end) {
        end = next[end];
      }
      int at = start;
      while (next[at] != end) {
        int following = next[at];
        next[at] = end;
        at = following;
      }
      return end;
    }
  }
}
