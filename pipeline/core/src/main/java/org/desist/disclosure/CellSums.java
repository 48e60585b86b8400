// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.disclosure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Sums over cells: a whole and its parts, which add up to it or of which each is at most the whole.
 * Kept as arrays, because a version has some hundred thousand.
 */
final class CellSums {
  /** Room for 127 kinds, and whether they add up. */
  private static final int KIND_BITS = 8;

  private final int[] whole;
  private final boolean[] adds;
  private final int[] begin;
  private final int[] part;
  private final int[] firstOfCell;
  private final int[] sumOfCell;

  private CellSums(int cells, long[] sumOfPart, int[] parts) {
    long[] distinct = Arrays.stream(sumOfPart).parallel().sorted().distinct().toArray();
    whole = new int[distinct.length];
    adds = new boolean[distinct.length];
    begin = new int[distinct.length + 1];
    int[] sumNumber = new int[parts.length];
    for (int at = 0; at < parts.length; at++) {
      sumNumber[at] = Arrays.binarySearch(distinct, sumOfPart[at]);
      begin[sumNumber[at] + 1]++;
    }
    Arrays.parallelPrefix(begin, Integer::sum);
    part = new int[parts.length];
    int[] free = begin.clone();
    for (int at = 0; at < parts.length; at++) {
      part[free[sumNumber[at]]++] = parts[at];
    }
    for (int sum = 0; sum < distinct.length; sum++) {
      whole[sum] = (int) (distinct[sum] >> KIND_BITS);
      adds[sum] = (distinct[sum] & 1) == 1;
    }
    firstOfCell = new int[cells + 1];
    for (int sum = 0; sum < whole.length; sum++) {
      firstOfCell[whole[sum] + 1]++;
    }
    for (int cell : part) {
      firstOfCell[cell + 1]++;
    }
    Arrays.parallelPrefix(firstOfCell, Integer::sum);
    sumOfCell = new int[whole.length + part.length];
    int[] next = firstOfCell.clone();
    for (int sum = 0; sum < whole.length; sum++) {
      sumOfCell[next[whole[sum]]++] = sum;
      for (int at = begin[sum]; at < begin[sum + 1]; at++) {
        sumOfCell[next[part[at]]++] = sum;
      }
    }
  }

  /** Takes the parts of sums, in any order. */
  static final class Builder {
    /** Whole and kind of part, in one number; what they mean is kept apart. */
    private long[] sum = new long[4096];

    private int[] part = new int[4096];
    private int parts;
    private final Map<String, Integer> kinds = new HashMap<>();

    /**
     * The next part.
     *
     * @param kind those of one kind are the parts of one sum
     * @param isSum whether the parts of this kind add up to the whole; else each is at most the
     *     whole
     */
    void add(int whole, String kind, int partCell, boolean isSum) {
      if (parts == part.length) {
        part = Arrays.copyOf(part, 2 * parts);
        sum = Arrays.copyOf(sum, 2 * parts);
      }
      int number = kinds.computeIfAbsent(kind, name -> kinds.size());
      sum[parts] = ((long) whole << KIND_BITS) + (number << 1) + (isSum ? 1 : 0);
      part[parts++] = partCell;
    }

    /**
     * The sums.
     *
     * @param cells how many cells there are
     */
    CellSums build(int cells) {
      return new CellSums(cells, Arrays.copyOf(sum, parts), Arrays.copyOf(part, parts));
    }
  }

  int size() {
    return whole.length;
  }

  int whole(int sum) {
    return whole[sum];
  }

  /** Whether the parts add up to the whole; else each is at most the whole. */
  boolean adds(int sum) {
    return adds[sum];
  }

  /** Where the parts of a sum begin; they end before {@link #end}. */
  int begin(int sum) {
    return begin[sum];
  }

  int end(int sum) {
    return begin[sum + 1];
  }

  int part(int at) {
    return part[at];
  }

  /** Every sum that a cell is in, as whole or as part. */
  void around(int cell, IntConsumer sum) {
    for (int at = firstOfCell[cell]; at < firstOfCell[cell + 1]; at++) {
      sum.accept(sumOfCell[at]);
    }
  }
}
