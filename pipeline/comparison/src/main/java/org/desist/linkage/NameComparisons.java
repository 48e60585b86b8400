// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.linkage.BlockingRule.BlockingKey;
import org.desist.linkage.FieldComparison.AgreementLevel;
import org.desist.linkage.FieldComparison.TextComparison;
import org.desist.linkage.FieldComparison.ValueComparison;

/** The comparisons that the method names: surname, forenames, date of birth, sex. */
public final class NameComparisons {
  private NameComparisons() {}

  /** METHOD: surname, forenames, date of birth and sex. */
  public static List<FieldComparison> standard() {
    NameLikeness likeness = NameLikeness.usual();
    return List.of(
        new SurnameComparison(likeness),
        new ForenamesComparison(likeness),
        new BirthDateComparison(),
        new ValueComparison("sex", PersonList.SEX));
  }

  /**
   * The same, and the PNC id and the prison number where written: the first two further fields of
   * the short list. The ids of the long list are PNC ids, and its second further field is the
   * prison number.
   */
  public static List<FieldComparison> withIds() {
    List<FieldComparison> comparisons = new ArrayList<>(standard());
    comparisons.add(IdComparison.pncId());
    comparisons.add(IdComparison.prisonNumber());
    return comparisons;
  }

  /** A further field that is graded by how alike the texts are. */
  public static FieldComparison alike(String name, int extra) {
    return new TextComparison(name, PersonList.EXTRA + extra, NameLikeness.usual());
  }

  /**
   * From which {@link JaroWinkler#similarity} on two names that differ are still much or somewhat
   * alike.
   *
   * @param high above {@code medium}, to 1
   * @param medium above 0
   */
  public record NameLikeness(double high, double medium) {
    public NameLikeness {
      if (!(medium > 0 && medium < high && high <= 1)) {
        throw new DesistException(
            ErrorCode.BAD_METHOD,
            "Cannot grade names with limits "
                + high
                + " and "
                + medium
                + ": give a high limit of at most 1 and a medium one between 0 and it.");
      }
    }

    /** 0.92 and 0.80. */
    public static NameLikeness usual() {
      return new NameLikeness(0.92, 0.80);
    }

    /** 0 for much alike, 1 for somewhat, 2 for unlike. */
    int grade(String a, String b) {
      double similarity = JaroWinkler.similarity(a, b);
      if (similarity >= high) {
        return 0;
      }
      return similarity >= medium ? 1 : 2;
    }

    boolean high(String a, String b) {
      return grade(a, b) == 0;
    }
  }

  /** Surnames: equal, much alike, somewhat alike, exchanged with the forename, or different. */
  static final class SurnameComparison implements FieldComparison {
    static final int EXACT = 1;
    static final int HIGH = 2;
    static final int MEDIUM = 3;
    static final int EXCHANGED = 4;
    static final int DIFFERENT = 5;

    private final NameLikeness likeness;

    SurnameComparison(NameLikeness likeness) {
      this.likeness = likeness;
    }

    @Override
    public String name() {
      return "surname";
    }

    @Override
    public List<AgreementLevel> levels() {
      return List.of(
          new AgreementLevel("exact", 0.88, PersonList.SURNAME),
          AgreementLevel.of("high", 0.06),
          AgreementLevel.of("medium", 0.02),
          AgreementLevel.of("exchanged with forename", 0.01),
          AgreementLevel.of("different", 0.03));
    }

    @Override
    public Optional<BlockingRule> counted(int level) {
      return level == EXACT
          ? Optional.of(BlockingRule.same(name(), BlockingKey.text(PersonList.SURNAME)))
          : Optional.empty();
    }

    @Override
    public int level(PersonList left, int leftRow, PersonList right, int rightRow) {
      String a = left.text(PersonList.SURNAME, leftRow);
      String b = right.text(PersonList.SURNAME, rightRow);
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
    static boolean exchanged(
        NameLikeness likeness, PersonList left, int leftRow, PersonList right, int row) {
      String surname = left.text(PersonList.SURNAME, leftRow);
      String forename = left.text(PersonList.FIRST_FORENAME, leftRow);
      String otherSurname = right.text(PersonList.SURNAME, row);
      String otherForename = right.text(PersonList.FIRST_FORENAME, row);
      if (surname == null || forename == null || otherSurname == null || otherForename == null) {
        return false;
      }
      boolean oneEqual = surname.equals(otherForename) || forename.equals(otherSurname);
      return oneEqual
          && likeness.high(surname, otherForename)
          && likeness.high(forename, otherSurname);
    }
  }

  /**
   * Forenames: all equal, the first equal, much alike, somewhat alike (or an initial for a name),
   * or different. Neutral where the surname's comparison has found them exchanged with the surname,
   * because one slip is one piece of evidence.
   */
  static final class ForenamesComparison implements FieldComparison {
    static final int EXACT = 1;
    static final int FIRST = 2;
    static final int HIGH = 3;
    static final int MEDIUM = 4;
    static final int DIFFERENT = 5;

    private final NameLikeness likeness;

    ForenamesComparison(NameLikeness likeness) {
      this.likeness = likeness;
    }

    @Override
    public String name() {
      return "forenames";
    }

    @Override
    public List<AgreementLevel> levels() {
      return List.of(
          new AgreementLevel("exact", 0.75, PersonList.FORENAMES),
          new AgreementLevel("first equal", 0.12, PersonList.FIRST_FORENAME),
          AgreementLevel.of("high", 0.06),
          AgreementLevel.of("medium", 0.03),
          AgreementLevel.of("different", 0.04));
    }

    @Override
    public Optional<BlockingRule> counted(int level) {
      return level == EXACT
          ? Optional.of(BlockingRule.same(name(), BlockingKey.text(PersonList.FORENAMES)))
          : Optional.empty();
    }

    @Override
    public int level(PersonList left, int leftRow, PersonList right, int rightRow) {
      String all = left.text(PersonList.FORENAMES, leftRow);
      String otherAll = right.text(PersonList.FORENAMES, rightRow);
      if (all == null || otherAll == null) {
        return NEUTRAL;
      }
      if (all.equals(otherAll)) {
        return EXACT;
      }
      String first = left.text(PersonList.FIRST_FORENAME, leftRow);
      String other = right.text(PersonList.FIRST_FORENAME, rightRow);
      if (first == null || other == null) {
        return NEUTRAL;
      }
      if (first.equals(other)) {
        return FIRST;
      }
      int level =
          Math.min(HIGH + likeness.grade(first, other), HIGH + likeness.grade(all, otherAll));
      if (level < DIFFERENT) {
        return level;
      }
      if (initial(first, other)) {
        return MEDIUM;
      }
      return isExchanged(left, leftRow, right, rightRow) ? NEUTRAL : DIFFERENT;
    }

    private boolean isExchanged(PersonList left, int leftRow, PersonList right, int rightRow) {
      return SurnameComparison.exchanged(likeness, left, leftRow, right, rightRow)
          && likeness.grade(
                  left.text(PersonList.SURNAME, leftRow), right.text(PersonList.SURNAME, rightRow))
              == 2;
    }

    private static boolean initial(String a, String b) {
      return (a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0);
    }
  }
}
