// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How many people a rule excludes from a window: all of them, those whom it alone excludes, or
 * those whom another excludes too.
 *
 * @param beside ANY, NOTHING or the other rule
 * @param peopleGained who would enter without the rule; null unless beside is ANY, and for releases
 *     that are not linked
 */
record Overlap(
    String cohortWindow,
    LocalDate cohortStart,
    String rule,
    String beside,
    int people,
    Integer peopleGained) {

  /**
   * Counts one rule at a time.
   *
   * @param excluded per person who is in no cohort of the window, the rules that each of their
   *     entry events in it breaks
   */
  static List<Overlap> of(Window window, List<List<Set<Entry.Reason>>> excluded) {
    List<Overlap> overlaps = new ArrayList<>();
    for (Entry.Reason rule : Entry.Reason.values()) {
      List<List<Set<Entry.Reason>>> all =
          excluded.stream().filter(person -> all(person).contains(rule)).toList();
      if (all.isEmpty()) {
        continue;
      }
      Integer gained =
          rule == Entry.Reason.NOT_LINKED
              ? null
              : count(all, person -> person.contains(EnumSet.of(rule)));
      overlaps.add(of(window, rule, "ANY", all.size(), gained));
      int alone = count(all, person -> all(person).size() == 1);
      overlaps.add(of(window, rule, "NOTHING", alone, null));
      for (Entry.Reason other : Entry.Reason.values()) {
        int both = other == rule ? 0 : count(all, person -> all(person).contains(other));
        if (both > 0) {
          overlaps.add(of(window, rule, other.name(), both, null));
        }
      }
    }
    return overlaps;
  }

  private static Overlap of(
      Window window, Entry.Reason rule, String beside, int people, Integer gained) {
    return new Overlap(window.kind().code(), window.start(), rule.name(), beside, people, gained);
  }

  private static Set<Entry.Reason> all(List<Set<Entry.Reason>> events) {
    Set<Entry.Reason> all = EnumSet.noneOf(Entry.Reason.class);
    events.forEach(all::addAll);
    return all;
  }

  private static int count(
      List<List<Set<Entry.Reason>>> people, Predicate<List<Set<Entry.Reason>>> test) {
    return Math.toIntExact(people.stream().filter(test).count());
  }
}
