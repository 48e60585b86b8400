// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.desist.linkage.BlockingRule;
import org.desist.linkage.Linkage;
import org.desist.linkage.Linkage.LinkDecision;
import org.desist.linkage.LinkageSettings;
import org.desist.linkage.Linker;
import org.desist.linkage.NameComparisons;
import org.desist.linkage.PersonList;
import org.desist.linkage.PersonList.Identifiers;
import org.desist.linkage.Waterfall;

/**
 * Rule 4. All rows that can be looked up are weighed, also those that an earlier rule has linked:
 * what they show of how names and dates differ is the best there is to learn from. Only those that
 * are asked for are decided, and only they compete for a person.
 */
final class Scoring {
  private final Linkage linkage;
  private final PersonList persons;
  private final Map<Integer, Integer> positions;

  private Scoring(Linkage linkage, PersonList persons, Map<Integer, Integer> positions) {
    this.linkage = linkage;
    this.persons = persons;
    this.positions = positions;
  }

  /**
   * Weighs.
   *
   * @param persons with PNC ids as ids, in their order; the second further field is the prison
   *     number
   */
  static Scoring of(List<Participant> usable, PersonList persons, LinkageSettings settings) {
    PersonList.Builder entries = new PersonList.Builder();
    Map<Integer, Integer> positions = new HashMap<>();
    for (Participant one : usable) {
      positions.put(one.row(), positions.size());
      entries.add(
          new Identifiers(
              Integer.toString(one.row()),
              one.surname(),
              one.forenames(),
              one.birth(),
              one.sex(),
              Arrays.asList(one.writtenPncId(), one.nomsNumber())));
    }
    Linkage linkage =
        new Linker(settings, NameComparisons.withIds(), BlockingRule.withIds())
            .link(entries.build(), persons);
    return new Scoring(linkage, persons, positions);
  }

  Linkage linkage() {
    return linkage;
  }

  /** Decisions on rows, by their number in the file. */
  Map<Integer, LinkDecision> decide(LinkageSettings settings, IntPredicate isAsked) {
    Map<Integer, LinkDecision> decisions = new HashMap<>();
    List<LinkDecision> all =
        linkage.decide(
            settings.threshold(),
            settings.margin(),
            entry -> isAsked.test(Integer.parseInt(linkage.leftId(entry))));
    all.forEach(decision -> decisions.put(Integer.valueOf(decision.id()), decision));
    return decisions;
  }

  Optional<Waterfall> waterfall(int row) {
    Integer position = positions.get(row);
    return position == null ? Optional.empty() : linkage.waterfall(position);
  }

  Optional<Waterfall> waterfall(int row, String pncId) {
    Integer position = positions.get(row);
    int person = find(pncId);
    return position == null || person < 0
        ? Optional.empty()
        : Optional.of(linkage.waterfall(position, person));
  }

  private int find(String pncId) {
    int low = 0;
    int high = persons.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = persons.id(middle).compareTo(pncId);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
