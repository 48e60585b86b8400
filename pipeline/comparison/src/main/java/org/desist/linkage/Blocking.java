// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.desist.linkage.BlockingRule.BlockingKey;

/** The pairs worth looking at: those that share the key of at least one rule. */
final class Blocking {
  private static final long ROW = 0xFFFFFFFFL;

  private Blocking() {}

  /**
   * Finds the pairs. Where the blocks of a rule hold more pairs than its even share of {@code
   * most}, its largest blocks are skipped, of equal ones the one whose first left row comes last.
   *
   * @param most the largest number of pairs of all rules together
   * @return each once, by left row, then right row: left in the upper 32 bits, right in the lower
   */
  static long[] pairs(PersonList left, PersonList right, List<BlockingRule> rules, long most) {
    LongList pairs = new LongList();
    rules.forEach(rule -> collect(left, right, rule, most / rules.size(), pairs));
    long[] sorted = pairs.toArray();
    Arrays.parallelSort(sorted);
    return distinct(sorted);
  }

  /** The number of pairs that a rule gives. */
  static long count(PersonList left, PersonList right, BlockingRule rule) {
    KeyGroups groups = KeyGroups.of(left, rule.left());
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

  private static void collect(
      PersonList left, PersonList right, BlockingRule rule, long most, LongList pairs) {
    KeyGroups groups = KeyGroups.of(left, rule.left());
    long[] sizes = new long[groups.size()];
    int[] group = new int[right.size()];
    for (int row = 0; row < group.length; row++) {
      group[row] = groups.find(rule.right().of(right, row));
      if (group[row] >= 0) {
        sizes[group[row]] += groups.rows(group[row]);
      }
    }
    boolean[] skipped = skip(sizes, Arrays.stream(sizes).sum() - most);
    for (int row = 0; row < group.length; row++) {
      if (group[row] >= 0 && !skipped[group[row]]) {
        for (int at = groups.start(group[row]); at < groups.start(group[row] + 1); at++) {
          pairs.add((long) groups.row(at) << 32 | row);
        }
      }
    }
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

  /** The rows of a list by key: groups count from 0 in the order of their first row. */
  static final class KeyGroups {
    private final long[] keys;
    private final int[] groups;
    private final int mask;
    private int size;
    private int[] starts;
    private int[] rows;

    private KeyGroups(int entries) {
      int capacity = Integer.highestOneBit(Math.max(4, entries)) << 2;
      this.keys = new long[capacity];
      this.groups = new int[capacity];
      this.mask = capacity - 1;
    }

    /** Rows without a key are in no group. */
    static KeyGroups of(PersonList people, BlockingKey key) {
      KeyGroups made = new KeyGroups(people.size());
      int[] group = new int[people.size()];
      for (int row = 0; row < group.length; row++) {
        group[row] = made.add(key.of(people, row));
      }
      made.arrange(group);
      return made;
    }

    int size() {
      return size;
    }

    /** The group of a key; -1 for none. */
    int find(long key) {
      if (key == BlockingKey.NONE) {
        return -1;
      }
      int slot = slot(key);
      return keys[slot] == key ? groups[slot] : -1;
    }

    /** Where the rows of a group start; those of the last end at the start of the one past it. */
    int start(int group) {
      return starts[group];
    }

    int row(int at) {
      return rows[at];
    }

    int rows(int group) {
      return starts[group + 1] - starts[group];
    }

    private int add(long key) {
      if (key == BlockingKey.NONE) {
        return -1;
      }
      int slot = slot(key);
      if (keys[slot] != key) {
        keys[slot] = key;
        groups[slot] = size++;
      }
      return groups[slot];
    }

    private void arrange(int[] group) {
      starts = new int[size + 1];
      for (int each : group) {
        if (each >= 0) {
          starts[each + 1]++;
        }
      }
      for (int i = 0; i < size; i++) {
        starts[i + 1] += starts[i];
      }
      int[] next = Arrays.copyOf(starts, size);
      rows = new int[starts[size]];
      for (int row = 0; row < group.length; row++) {
        if (group[row] >= 0) {
          rows[next[group[row]]++] = row;
        }
      }
    }

    private int slot(long key) {
      int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & mask;
      while (keys[slot] != BlockingKey.NONE && keys[slot] != key) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }
  }

  /** A list of numbers that grows, without a box around each. */
  static final class LongList {
    private long[] values = new long[1 << 16];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size + (size >> 1));
      }
      values[size++] = value;
    }

    long[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
