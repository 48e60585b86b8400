// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Work on fixed blocks of units. How many blocks there are depends on the number of units only, and
 * results come back in the order of the blocks: sums over them are the same whatever the number of
 * processors.
 */
final class Blocks {
  private static final int MOST = 64;
  private static final int SMALLEST = 1024;

  private Blocks() {}

  /** The result of each block, given its first unit and the unit after its last one. */
  static <T> List<T> map(int units, BiFunction<Integer, Integer, T> work) {
    int size = Math.max(SMALLEST, (units + MOST - 1) / MOST);
    int count = Math.max(1, (units + size - 1) / size);
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(block -> work.apply(block * size, Math.min(units, (block + 1) * size)))
        .toList();
  }
}
