// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.List;
import java.util.Optional;

/** A code that is equal or not, such as sex: {@code U} is a value and agrees with U only. */
final class ValueComparison implements Comparison {
  private final String name;
  private final int column;

  ValueComparison(String name, int column) {
    this.name = name;
    this.column = column;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Level> levels() {
    return List.of(Level.of("equal", 0.97), Level.of("different", 0.03));
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
    return a.equals(b) ? 1 : 2;
  }
}
