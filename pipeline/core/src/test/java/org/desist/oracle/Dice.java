// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded choices. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** One of the options; a null among them is a missing value. */
  @SafeVarargs
  final <T> T pick(T... options) {
    return options[random.nextInt(options.length)];
  }

  <T> T pick(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A whole number, both ends included. */
  int between(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  /** A date on, or next to, a limit that the rules draw from an index date; or just some day. */
  LocalDate around(LocalDate index) {
    LocalDate limit =
        pick(
            index,
            index.plusMonths(12),
            index.plusMonths(12),
            index.plusMonths(18),
            index.plusMonths(18),
            index.plusMonths(3),
            index.minusMonths(3),
            index.minusYears(1),
            // Eleven years before the index date some have not been born.
            index.minusYears(pick(6, 11)),
            index.plusDays(between(1, 540)),
            index.plusDays(between(1, 540)));
    return limit.plusDays(pick(0, 0, -1, 1));
  }
}
