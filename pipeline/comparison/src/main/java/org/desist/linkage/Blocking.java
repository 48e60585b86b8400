// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The pairs worth looking at: those that share the key of at least one rule. */
final class Blocking {
  private static final long ROW = 0xFFFFFFFFL;

  private final long[] pairs;
  private final List<Block> blocks;

  private Blocking(long[] pairs, List<Block> blocks) {
    this.pairs = pairs;
    this.blocks = blocks;
  }

  /** Each once, by left row, then right row: left in the upper 32 bits, right in the lower. */
  long[] pairs() {
    return pairs;
  }

  /** What each rule brought, in the order of the rules. */
  List<Block> blocks() {
    return blocks;
  }

  /**
   * Finds the pairs. Where the blocks of a rule hold more pairs than its even share of {@code
   * most}, its largest blocks are skipped, of equal ones the one whose first left row comes last.
   * What was skipped is counted.
   *
   * @param most the largest number of pairs of all rules together
   */
  static Blocking of(People left, People right, List<BlockingRule> rules, long most) {
    Longs pairs = new Longs();
    List<Block> blocks = new ArrayList<>();
    for (BlockingRule rule : rules) {
      blocks.add(collect(left, right, rule, most / rules.size(), pairs));
    }
    long[] sorted = pairs.toArray();
    Arrays.parallelSort(sorted);
    return new Blocking(distinct(sorted), blocks);
  }

  /** The number of pairs that a rule gives. */
  static long count(People left, People right, BlockingRule rule) {
    Groups groups = Groups.of(left, rule.left());
    long pairs = 0;
    for (int row = 0; row < right.size(); row++) {
      int group = groups.find(rule.right().of(right, row));
      pairs += group < 0 ? 0 : groups.rows(group);
    }
    return pairs;
  }

  static int left(long pair) {
    return (int) (pair >>> 32);
  }

  static int right(long pair) {
    return (int) (pair & ROW);
  }

  private static Block collect(
      People left, People right, BlockingRule rule, long most, Longs pairs) {
    Groups groups = Groups.of(left, rule.left());
    long[] sizes = new long[groups.size()];
    int[] group = new int[right.size()];
    for (int row = 0; row < group.length; row++) {
      group[row] = groups.find(rule.right().of(right, row));
      if (group[row] >= 0) {
        sizes[group[row]] += groups.rows(group[row]);
      }
    }
    long all = Arrays.stream(sizes).sum();
    boolean[] skipped = skip(sizes, all - most);
    long kept = 0;
    for (int row = 0; row < group.length; row++) {
      if (group[row] >= 0 && !skipped[group[row]]) {
        for (int at = groups.start(group[row]); at < groups.start(group[row] + 1); at++) {
          pairs.add((long) groups.row(at) << 32 | row);
          kept++;
        }
      }
    }
    return new Block(rule.name(), kept, all - kept);
  }

  /** The largest blocks that together hold at least as many pairs as are too many. */
  private static boolean[] skip(long[] sizes, long tooMany) {
    boolean[] skipped = new boolean[sizes.length];
    long rest = tooMany;
    if (rest > 0) {
      int[] largestFirst =
          IntStream.range(0, sizes.length)
              .boxed()
              .sorted(
                  Comparator.comparingLong((Integer block) -> sizes[block])
                      .thenComparing(Comparator.naturalOrder())
                      .reversed())
              .mapToInt(Integer::intValue)
              .toArray();
      for (int i = 0; i < largestFirst.length && rest > 0; i++) {
        skipped[largestFirst[i]] = true;
        rest -= sizes[largestFirst[i]];
      }
    }
    return skipped;
  }

  private static long[] distinct(long[] sorted) {
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }
}
