// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.List;
import java.util.Optional;

/** A text: equal, much alike, somewhat alike, or different. */
final class TextComparison implements Comparison {
  private final String name;
  private final int column;
  private final Likeness likeness;

  TextComparison(String name, int column, Likeness likeness) {
    this.name = name;
    this.column = column;
    this.likeness = likeness;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Level> levels() {
    return List.of(
        new Level("exact", 0.85, column),
        Level.of("high", 0.07),
        Level.of("medium", 0.03),
        Level.of("different", 0.05));
  }

  @Override
  public Optional<BlockingRule> counted(int level) {
    return level == 1 ? Optional.of(BlockingRule.same(name(), Key.text(column))) : Optional.empty();
  }

  @Override
  public int level(People left, int leftRow, People right, int rightRow) {
    String a = left.text(column, leftRow);
    String b = right.text(column, rightRow);
    if (a == null || b == null) {
      return NEUTRAL;
    }
    return a.equals(b) ? 1 : 2 + likeness.grade(a, b);
  }
}
