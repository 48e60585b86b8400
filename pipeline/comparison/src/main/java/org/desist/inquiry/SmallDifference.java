// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether sums over sets of people, added and subtracted, tell of a few people. Each answer gives
 * sums over its set; whoever has several answers can add and subtract them in any way. What is left
 * of such a combination is about the people whose shares do not cancel out. The new set is refused
 * where some combination with it leaves between one person and one fewer than the smallest count
 * (METHOD 9).
 *
 * <p>People who are in the same sets cannot be told apart and form one cell. A combination is a
 * vector of shares, one a set; what is left in a cell is the sum of the shares of its sets. The
 * combinations that leave nothing in any large cell are a subspace, found by elimination modulo a
 * prime; of them one is sought that leaves few people in the small cells. The search is exact but
 * for its limit of steps, after which the set is refused.
 */
final class SmallDifference {
  private static final long PRIME = (1L << 31) - 1;
  private static final int STEPS = 20_000;

  private final List<Cell> cells;
  private final int sets;
  private final int smallest;
  private int steps;

  private SmallDifference(List<Cell> cells, int sets, int smallest) {
    this.cells = cells;
    this.sets = sets;
    this.smallest = smallest;
  }

  /**
   * People who are in the same sets.
   *
   * @param of numbers of the sets
   * @param people how many they are
   */
  private record Cell(BitSet of, int people) {}

  /**
   * Whether some combination with a new set leaves from 1 to {@code smallest - 1} people.
   *
   * @param earlier sets of which sums are known
   * @param added the set of which sums would become known
   * @param smallest the smallest number of people that may be told of, at least 1
   */
  static boolean isLeft(Collection<Set<String>> earlier, Set<String> added, int smallest) {
    List<Set<String>> near = near(earlier, added);
    if (near.contains(added)) {
      return false;
    }
    near.add(added);
    Map<String, BitSet> of = new HashMap<>();
    for (int set = 0; set < near.size(); set++) {
      for (String person : near.get(set)) {
        of.computeIfAbsent(person, key -> new BitSet()).set(set);
      }
    }
    Map<BitSet, Integer> people = new HashMap<>();
    of.values().forEach(sets -> people.merge(sets, 1, Integer::sum));
    List<Cell> cells =
        people.entrySet().stream()
            .map(cell -> new Cell(cell.getKey(), cell.getValue()))
            .sorted(
                Comparator.comparingInt(Cell::people)
                    .reversed()
                    .thenComparing(cell -> cell.of().toString()))
            .toList();
    return new SmallDifference(cells, near.size(), smallest).isFound();
  }

  /** The sets that share people with the new one, with those, and so on. */
  private static List<Set<String>> near(Collection<Set<String>> earlier, Set<String> added) {
    List<Set<String>> left = new ArrayList<>(new HashSet<>(earlier));
    List<Set<String>> near = new ArrayList<>();
    Set<String> reached = new HashSet<>(added);
    boolean isGrowing = true;
    while (isGrowing) {
      isGrowing = false;
      for (Set<String> set : List.copyOf(left)) {
        if (set.stream().anyMatch(reached::contains)) {
          near.add(set);
          left.remove(set);
          reached.addAll(set);
          isGrowing = true;
        }
      }
    }
    return near;
  }

  private boolean isFound() {
    List<long[]> free = new ArrayList<>();
    for (int set = 0; set < sets; set++) {
      long[] share = new long[sets];
      share[set] = 1;
      free.add(share);
    }
    int at = 0;
    while (at < cells.size() && cells.get(at).people() >= smallest) {
      free = without(free, cells.get(at++));
    }
    if (isSumOfOthers(free)) {
      return false;
    }
    return isFound(free, at, 0);
  }

  /** Whether the sums of the new set follow from the earlier ones: it tells nothing new. */
  private boolean isSumOfOthers(List<long[]> free) {
    List<long[]> none = free;
    for (Cell cell : cells) {
      none = without(none, cell);
    }
    return hasNew(none);
  }

  /**
   * Goes on from a cell on.
   *
   * @param free combinations that leave nothing in the cells that were decided so
   * @param at the next cell, the largest first
   * @param kept people of the cells in which something is to be left
   */
  private boolean isFound(List<long[]> free, int at, int kept) {
    if (kept >= smallest || !hasNew(free)) {
      return false;
    }
    if (++steps > STEPS) {
      return true;
    }
    int left = kept;
    int next = -1;
    for (int cell = at; cell < cells.size(); cell++) {
      if (isLeftIn(free, cells.get(cell))) {
        left += cells.get(cell).people();
        next = next < 0 ? cell : next;
      }
    }
    if (left < smallest) {
      return true;
    }
    return next >= 0
        && (isFound(without(free, cells.get(next)), next + 1, kept)
            || isFound(free, next + 1, kept + cells.get(next).people()));
  }

  /** Whether the new set has a share in some combination. */
  private boolean hasNew(List<long[]> free) {
    return free.stream().anyMatch(share -> share[sets - 1] != 0);
  }

  private static boolean isLeftIn(List<long[]> free, Cell cell) {
    return free.stream().anyMatch(share -> left(share, cell) != 0);
  }

  /** What a combination leaves in a cell. */
  private static long left(long[] share, Cell cell) {
    long sum = 0;
    for (int set = cell.of().nextSetBit(0); set >= 0; set = cell.of().nextSetBit(set + 1)) {
      sum += share[set];
    }
    return sum % PRIME;
  }

  /** The combinations that leave nothing in a cell: a basis with one vector fewer, or the same. */
  private static List<long[]> without(List<long[]> free, Cell cell) {
    List<long[]> kept = new ArrayList<>();
    long[] pivot = null;
    long inverse = 0;
    for (long[] share : free) {
      long left = left(share, cell);
      if (left == 0) {
        kept.add(share);
      } else if (pivot == null) {
        pivot = share;
        inverse = power(left, PRIME - 2);
      } else {
        long factor = left * inverse % PRIME;
        long[] next = new long[share.length];
        for (int set = 0; set < share.length; set++) {
          next[set] = (share[set] + (PRIME - factor) * pivot[set]) % PRIME;
        }
        kept.add(next);
      }
    }
    return kept;
  }

  private static long power(long base, long exponent) {
    long result = 1;
    long square = base;
    for (long left = exponent; left > 0; left >>= 1) {
      result = (left & 1) == 1 ? result * square % PRIME : result;
      square = square * square % PRIME;
    }
    return result;
  }
}
