// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who is in a window, and who left before. */
final class Cohorts {
  private final World world;
  private final Settings settings;
  private final Reference reference;
  private final List<List<Entry>> entriesByPerson;
  private final List<Entry> unlinked;

  Cohorts(
      World world,
      Settings settings,
      Reference reference,
      List<List<Entry>> entriesByPerson,
      List<Entry> unlinked) {
    this.world = world;
    this.settings = settings;
    this.reference = reference;
    this.entriesByPerson = entriesByPerson;
    this.unlinked = unlinked;
  }

  List<Member> members(Window window) {
    List<Member> members = new ArrayList<>();
    for (Window part : window.parts()) {
      for (List<Entry> entries : entriesByPerson) {
        entries.stream()
            .filter(entry -> part.contains(entry.date()))
            .filter(Entry::isUsable)
            .min(Entry.EARLIEST)
            .map(entry -> Member.of(window, entry, world, settings, reference))
            .ifPresent(members::add);
      }
    }
    return members;
  }

  /** Only reasons that somebody left for. */
  List<Attrition> attrition(Window window) {
    Map<Entry.Reason, Integer> people = new EnumMap<>(Entry.Reason.class);
    for (Window part : window.parts()) {
      for (List<Entry> entries : entriesByPerson) {
        leaving(entries, part).ifPresent(reason -> people.merge(reason, 1, Integer::sum));
      }
      for (Entry entry : unlinked) {
        leaving(List.of(entry), part).ifPresent(reason -> people.merge(reason, 1, Integer::sum));
      }
    }
    return people.entrySet().stream()
        .map(
            entry ->
                new Attrition(
                    window.kind().code(), window.start(), entry.getKey().name(), entry.getValue()))
        .toList();
  }

  /** What each rule excludes, alone and beside the others. */
  List<Overlap> overlaps(Window window) {
    List<List<Set<Entry.Reason>>> excluded = new ArrayList<>();
    for (Window part : window.parts()) {
      for (List<Entry> entries : entriesByPerson) {
        if (leaving(entries, part).isPresent()) {
          excluded.add(inside(entries, part).map(Entry::broken).toList());
        }
      }
      unlinked.stream()
          .filter(entry -> part.contains(entry.date()))
          .forEach(entry -> excluded.add(List.of(entry.broken())));
    }
    return Overlap.of(window, excluded);
  }

  private static Stream<Entry> inside(List<Entry> entries, Window part) {
    return entries.stream().filter(entry -> part.contains(entry.date()));
  }

  private static Optional<Entry.Reason> leaving(List<Entry> entries, Window part) {
    if (inside(entries, part).anyMatch(Entry::isUsable)) {
      return Optional.empty();
    }
    return inside(entries, part).flatMap(entry -> entry.exclusion().stream()).min(Enum::compareTo);
  }
}
