// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How many pairs agree in which way. */
final class AgreementPatterns {
  static final int MOST_COMPARISONS = 21;
  private static final int BITS = 3;

  private final long[] codes;
  private final long[] counts;

  private AgreementPatterns(long[] codes, long[] counts) {
    this.codes = codes;
    this.counts = counts;
  }

  /** Distinct patterns in ascending order, three bits a comparison, the first lowest. */
  long[] codes() {
    return codes;
  }

  /** Pairs of each. */
  long[] counts() {
    return counts;
  }

  /** The level that a pattern gives a comparison. */
  static int level(long code, int comparison) {
    return (int) (code >>> (BITS * comparison)) & ((1 << BITS) - 1);
  }

  /** The pattern of one pair. */
  static long code(
      List<FieldComparison> comparisons,
      PersonList left,
      int leftRow,
      PersonList right,
      int rightRow) {
    long code = 0;
    for (int k = 0; k < comparisons.size(); k++) {
      code |= (long) comparisons.get(k).level(left, leftRow, right, rightRow) << (BITS * k);
    }
    return code;
  }

  static AgreementPatterns of(
      long[] pairs, List<FieldComparison> comparisons, PersonList left, PersonList right) {
    long[] codes = new long[pairs.length];
    IntStream.range(0, pairs.length)
        .parallel()
        .forEach(
            i ->
                codes[i] =
                    code(
                        comparisons,
                        left,
                        Blocking.left(pairs[i]),
                        right,
                        Blocking.right(pairs[i])));
    Arrays.parallelSort(codes);
    return counted(codes);
  }

  /** Pairs drawn at random, or all of them when there are no more. */
  static long[] drawn(PersonList left, PersonList right, int most, long seed) {
    long all = (long) left.size() * right.size();
    SplittableRandom random = new SplittableRandom(seed);
    long[] pairs = new long[(int) Math.min(all, most)];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] =
          all <= most
              ? (long) (i / right.size()) << 32 | i % right.size()
              : (long) random.nextInt(left.size()) << 32 | random.nextInt(right.size());
    }
    return pairs;
  }

  private static AgreementPatterns counted(long[] sorted) {
    long[] codes = new long[sorted.length];
    long[] counts = new long[sorted.length];
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        codes[size++] = sorted[i];
      }
      counts[size - 1]++;
    }
    return new AgreementPatterns(Arrays.copyOf(codes, size), Arrays.copyOf(counts, size));
  }
}
