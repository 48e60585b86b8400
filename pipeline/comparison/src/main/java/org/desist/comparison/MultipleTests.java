// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Corrects p-values for how many tests there are. NaN is no test: it stays, and is not counted. A
 * corrected p-value is compared with the same 5% as before.
 */
public final class MultipleTests {
  private MultipleTests() {}

  /**
   * Holm (1979): the chance of calling anything significant that is not stays at the level, however
   * the tests hang together. With p in ascending order, the largest of (m - j + 1) p over ranks j
   * up to i, at most 1.
   */
  public static double[] holm(double... p) {
    int[] order = ascending(p);
    double[] corrected = p.clone();
    double largest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      largest = Math.max(largest, (order.length - rank) * p[order[rank]]);
      corrected[order[rank]] = Math.min(1, largest);
    }
    return corrected;
  }

  /**
   * Benjamini and Hochberg (1995): of what is called significant, the expected share that is not
   * stays at the level. With p in ascending order, the smallest of m p / j over ranks j from i on.
   */
  public static double[] benjaminiHochberg(double... p) {
    int[] order = ascending(p);
    double[] corrected = p.clone();
    double smallest = 1;
    for (int rank = order.length; rank > 0; rank--) {
      int test = order[rank - 1];
      smallest = Math.min(smallest, order.length * p[test] / rank);
      corrected[test] = smallest;
    }
    return corrected;
  }

  private static int[] ascending(double[] p) {
    return IntStream.range(0, p.length)
        .filter(test -> !Double.isNaN(p[test]))
        .boxed()
        .sorted(Comparator.comparingDouble(test -> p[test]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
