// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.List;
import java.util.Optional;
import org.desist.linkage.BlockingRule.BlockingKey;
import org.desist.linkage.NameComparisons.NameLikeness;

/** Grades how far two entries agree in one respect. */
public interface FieldComparison {
  /**
   * The grade of a pair of which something is missing, or whose agreement another comparison
   * already counts. It weighs nothing either way.
   */
  int NEUTRAL = 0;

  /** What a reader sees, such as {@code surname}. */
  String name();

  /** The grades from 1 on, the best first, at most 7. */
  List<AgreementLevel> levels();

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
  int level(PersonList left, int leftRow, PersonList right, int rightRow);

  /**
   * One grade of agreement.
   *
   * @param name what a reader sees, such as {@code exact}
   * @param typical the share of true pairs that one expects at this grade before anything is
   *     estimated, above 0; the shares of a comparison add up to 1
   * @param termColumn the column of {@link PersonList} whose rare values say more at this grade
   *     than common ones; {@link #NO_TERM} for none
   */
  public record AgreementLevel(String name, double typical, int termColumn) {
    static final int NO_TERM = -1;

    static AgreementLevel of(String name, double typical) {
      return new AgreementLevel(name, typical, NO_TERM);
    }
  }

  /** Of one column of texts: equal is the best grade, the others are for texts that differ. */
  abstract static class OfColumn implements FieldComparison {
    final int column;
    private final String name;

    OfColumn(String name, int column) {
      this.name = name;
      this.column = column;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Optional<BlockingRule> counted(int level) {
      return level == 1
          ? Optional.of(BlockingRule.same(name, BlockingKey.text(column)))
          : Optional.empty();
    }

    @Override
    public int level(PersonList left, int leftRow, PersonList right, int rightRow) {
      String a = left.text(column, leftRow);
      String b = right.text(column, rightRow);
      if (a == null || b == null) {
        return NEUTRAL;
      }
      return a.equals(b) ? 1 : levelOfUnequal(a, b);
    }

    /** The grade of two texts that differ, from 2. */
    abstract int levelOfUnequal(String a, String b);
  }

  /** A code that is equal or not, such as sex: {@code U} is a value and agrees with U only. */
  static final class ValueComparison extends OfColumn {
    ValueComparison(String name, int column) {
      super(name, column);
    }

    @Override
    public List<AgreementLevel> levels() {
      return List.of(AgreementLevel.of("equal", 0.97), AgreementLevel.of("different", 0.03));
    }

    @Override
    int levelOfUnequal(String a, String b) {
      return 2;
    }
  }

  /** A text: equal, much alike, somewhat alike, or different. */
  static final class TextComparison extends OfColumn {
    private final NameLikeness likeness;

    TextComparison(String name, int column, NameLikeness likeness) {
      super(name, column);
      this.likeness = likeness;
    }

    @Override
    public List<AgreementLevel> levels() {
      return List.of(
          new AgreementLevel("exact", 0.85, column),
          AgreementLevel.of("high", 0.07),
          AgreementLevel.of("medium", 0.03),
          AgreementLevel.of("different", 0.05));
    }

    @Override
    int levelOfUnequal(String a, String b) {
      return 2 + likeness.grade(a, b);
    }
  }
}
