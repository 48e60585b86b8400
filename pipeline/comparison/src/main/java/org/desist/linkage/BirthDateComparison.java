// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.List;
import java.util.Optional;
import org.desist.linkage.BlockingRule.BlockingKey;
import org.desist.linkage.FieldComparison.AgreementLevel;

/** Dates of birth: equal, day and month exchanged, one part of three different, or different. */
final class BirthDateComparison implements FieldComparison {
  static final int EQUAL = 1;
  static final int EXCHANGED = 2;
  static final int ONE_PART = 3;
  static final int DIFFERENT = 4;

  @Override
  public String name() {
    return "date of birth";
  }

  @Override
  public List<AgreementLevel> levels() {
    return List.of(
        AgreementLevel.of("equal", 0.92),
        AgreementLevel.of("day and month exchanged", 0.01),
        AgreementLevel.of("one part different", 0.05),
        AgreementLevel.of("different", 0.02));
  }

  @Override
  public Optional<BlockingRule> counted(int level) {
    return switch (level) {
      case EQUAL -> Optional.of(BlockingRule.same(name(), BlockingKey.birth()));
      case EXCHANGED ->
          Optional.of(new BlockingRule(name(), BlockingKey.birthExchanged(), BlockingKey.birth()));
      default -> Optional.empty();
    };
  }

  @Override
  public int level(PersonList left, int leftRow, PersonList right, int rightRow) {
    int a = left.birth(leftRow);
    int b = right.birth(rightRow);
    if (a == 0 || b == 0) {
      return NEUTRAL;
    }
    if (a == b) {
      return EQUAL;
    }
    boolean sameYear = a / 10_000 == b / 10_000;
    boolean sameMonth = month(a) == month(b);
    boolean sameDay = a % 100 == b % 100;
    if (sameYear && month(a) == b % 100 && a % 100 == month(b)) {
      return EXCHANGED;
    }
    boolean twoAgree = sameYear ? sameMonth || sameDay : sameMonth && sameDay;
    return twoAgree ? ONE_PART : DIFFERENT;
  }

  private static int month(int day) {
    return day / 100 % 100;
  }
}
