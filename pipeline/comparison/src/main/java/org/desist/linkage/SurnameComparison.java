// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.List;
import java.util.Optional;

/** Surnames: equal, much alike, somewhat alike, exchanged with the forename, or different. */
final class SurnameComparison implements Comparison {
  static final int EXACT = 1;
  static final int HIGH = 2;
  static final int MEDIUM = 3;
  static final int EXCHANGED = 4;
  static final int DIFFERENT = 5;

  private final Likeness likeness;

  SurnameComparison(Likeness likeness) {
    this.likeness = likeness;
  }

  @Override
  public String name() {
    return "surname";
  }

  @Override
  public List<Level> levels() {
    return List.of(
        new Level("exact", 0.88, People.SURNAME),
        Level.of("high", 0.06),
        Level.of("medium", 0.02),
        Level.of("exchanged with forename", 0.01),
        Level.of("different", 0.03));
  }

  @Override
  public Optional<BlockingRule> counted(int level) {
    return level == EXACT
        ? Optional.of(BlockingRule.same(name(), Key.text(People.SURNAME)))
        : Optional.empty();
  }

  @Override
  public int level(People left, int leftRow, People right, int rightRow) {
    String a = left.text(People.SURNAME, leftRow);
    String b = right.text(People.SURNAME, rightRow);
    if (a == null || b == null) {
      return NEUTRAL;
    }
    if (a.equals(b)) {
      return EXACT;
    }
    int level = HIGH + likeness.grade(a, b);
    return level > MEDIUM
        ? exchanged(likeness, left, leftRow, right, rightRow) ? EXCHANGED : DIFFERENT
        : level;
  }

  /** Each one's surname is much like the other's first forename, at least one of them equal. */
  static boolean exchanged(Likeness likeness, People left, int leftRow, People right, int row) {
    String surname = left.text(People.SURNAME, leftRow);
    String forename = left.text(People.FIRST_FORENAME, leftRow);
    String otherSurname = right.text(People.SURNAME, row);
    String otherForename = right.text(People.FIRST_FORENAME, row);
    if (surname == null || forename == null || otherSurname == null || otherForename == null) {
      return false;
    }
    boolean oneEqual = surname.equals(otherForename) || forename.equals(otherSurname);
    return oneEqual
        && likeness.high(surname, otherForename)
        && likeness.high(forename, otherSurname);
  }
}
