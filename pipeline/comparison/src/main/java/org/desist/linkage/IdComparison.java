// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.desist.linkage.BlockingRule.BlockingKey;

/**
 * Ids where both lists have one: equal, one character different, or different. An id that is equal
 * says so much that it stands against a name and a date of birth that differ; one with a slip in it
 * still says a lot, since strangers' ids are seldom so near.
 */
final class IdComparison implements FieldComparison {
  /** Of the further fields of a short list; the long list's ids are PNC ids themselves. */
  static final int PNC_ID = PersonList.EXTRA;

  static final int PRISON_NUMBER = PersonList.EXTRA + 1;

  /** So many characters at the end of an id are rare enough to look at those who share them. */
  private static final int END = 6;

  private final String name;
  private final IdText left;
  private final IdText right;

  /** Characters at the beginning that a slip behind them leaves alone. */
  private final int beginning;

  private IdComparison(String name, IdText left, IdText right, int beginning) {
    this.name = name;
    this.left = left;
    this.right = right;
    this.beginning = beginning;
  }

  /** The PNC id as written against the ids of the long list. */
  static IdComparison pncId() {
    return new IdComparison("PNC id", IdText.column(PNC_ID), PersonList::id, 12);
  }

  static IdComparison prisonNumber() {
    IdText column = IdText.column(PRISON_NUMBER);
    return new IdComparison("prison number", column, column, 5);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<AgreementLevel> levels() {
    return List.of(
        AgreementLevel.of("equal", 0.93),
        AgreementLevel.of("one character different", 0.05),
        AgreementLevel.of("different", 0.02));
  }

  @Override
  public Optional<BlockingRule> counted(int level) {
    return level == 1
        ? Optional.of(new BlockingRule(name, key(left, 0, 0), key(right, 0, 0)))
        : Optional.empty();
  }

  /** Pairs whose ids have the same beginning, or the same end: nearly all of one slip have one. */
  List<BlockingRule> rules() {
    return List.of(
        new BlockingRule("beginning of " + name, key(left, beginning, 0), key(right, beginning, 0)),
        new BlockingRule("end of " + name, key(left, 0, END), key(right, 0, END)));
  }

  /** A key of the first, or the last, so many characters; of all when both are 0. */
  private static BlockingKey key(IdText text, int first, int last) {
    return (people, row) -> {
      String id = text.of(people, row);
      if (id == null || id.length() < Math.max(first, last)) {
        return BlockingKey.NONE;
      }
      int from = last == 0 ? 0 : id.length() - last;
      return BlockingKey.number(id.substring(from, first == 0 ? id.length() : first));
    };
  }

  @Override
  public int level(PersonList leftList, int leftRow, PersonList rightList, int rightRow) {
    String a = left.of(leftList, leftRow);
    String b = a == null ? null : right.of(rightList, rightRow);
    if (b == null) {
      return NEUTRAL;
    }
    if (a.equals(b)) {
      return 1;
    }
    return isOneApart(a, b) ? 2 : 3;
  }

  private static boolean isOneApart(String a, String b) {
    if (a.length() != b.length()) {
      return false;
    }
    int apart = 0;
    for (int i = 0; i < a.length(); i++) {
      apart += a.charAt(i) == b.charAt(i) ? 0 : 1;
    }
    return apart == 1;
  }

  /** An id in capitals; null when missing. */
  @FunctionalInterface
  private interface IdText {
    String of(PersonList people, int row);

    static IdText column(int column) {
      return (people, row) -> {
        String text = people.text(column, row);
        return text == null ? null : text.toUpperCase(Locale.ROOT);
      };
    }
  }
}
