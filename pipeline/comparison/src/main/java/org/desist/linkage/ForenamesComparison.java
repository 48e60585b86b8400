// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.List;
import java.util.Optional;

/**
 * Forenames: all equal, the first equal, much alike, somewhat alike (or an initial for a name), or
 * different. Neutral where the surname's comparison has found them exchanged with the surname,
 * because one slip is one piece of evidence.
 */
final class ForenamesComparison implements Comparison {
  static final int EXACT = 1;
  static final int FIRST = 2;
  static final int HIGH = 3;
  static final int MEDIUM = 4;
  static final int DIFFERENT = 5;

  private final Likeness likeness;

  ForenamesComparison(Likeness likeness) {
    this.likeness = likeness;
  }

  @Override
  public String name() {
    return "forenames";
  }

  @Override
  public List<Level> levels() {
    return List.of(
        new Level("exact", 0.75, People.FORENAMES),
        new Level("first equal", 0.12, People.FIRST_FORENAME),
        Level.of("high", 0.06),
        Level.of("medium", 0.03),
        Level.of("different", 0.04));
  }

  @Override
  public Optional<BlockingRule> counted(int level) {
    return level == EXACT
        ? Optional.of(BlockingRule.same(name(), Key.text(People.FORENAMES)))
        : Optional.empty();
  }

  @Override
  public int level(People left, int leftRow, People right, int rightRow) {
    String all = left.text(People.FORENAMES, leftRow);
    String otherAll = right.text(People.FORENAMES, rightRow);
    if (all == null || otherAll == null) {
      return NEUTRAL;
    }
    if (all.equals(otherAll)) {
      return EXACT;
    }
    String first = left.text(People.FIRST_FORENAME, leftRow);
    String other = right.text(People.FIRST_FORENAME, rightRow);
    if (first == null || other == null) {
      return NEUTRAL;
    }
    if (first.equals(other)) {
      return FIRST;
    }
    int level = Math.min(HIGH + likeness.grade(first, other), HIGH + likeness.grade(all, otherAll));
    if (level < DIFFERENT) {
      return level;
    }
    if (initial(first, other)) {
      return MEDIUM;
    }
    return isExchanged(left, leftRow, right, rightRow) ? NEUTRAL : DIFFERENT;
  }

  private boolean isExchanged(People left, int leftRow, People right, int rightRow) {
    return SurnameComparison.exchanged(likeness, left, leftRow, right, rightRow)
        && likeness.grade(left.text(People.SURNAME, leftRow), right.text(People.SURNAME, rightRow))
            == 2;
  }

  private static boolean initial(String a, String b) {
    return (a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0);
  }
}
