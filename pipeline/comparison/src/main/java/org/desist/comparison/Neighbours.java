// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/** The comparison units around a position, nearest first, ties to the smallest unit. */
final class Neighbours {
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
