// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.List;
import java.util.Optional;

/** Grades how far two entries agree in one respect. */
public interface Comparison {
  /**
   * The grade of a pair of which something is missing, or whose agreement another comparison
   * already counts. It weighs nothing either way.
   */
  int NEUTRAL = 0;

  /** What a reader sees, such as {@code surname}. */
  String name();

  /** The grades from 1 on, the best first, at most 7. */
  List<Level> levels();

  /**
   * The rule whose pairs are exactly those at a level, where there is one: such pairs are counted,
   * not drawn, because strangers seldom agree so far.
   *
   * @param level from 1
   */
  default Optional<BlockingRule> counted(int level) {
    return Optional.empty();
  }

  /** The grade of a pair: {@link #NEUTRAL}, or the place of a level counted from 1. */
  int level(People left, int leftRow, People right, int rightRow);
}
