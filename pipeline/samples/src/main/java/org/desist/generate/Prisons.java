// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The prisons open on a day for someone of a sex and an age, nearest first. */
final class Prisons {
  private record Prison(
      String code, String sex, String region, LocalDate opened, LocalDate closed, boolean youth) {
    boolean openOn(LocalDate day) {
      return !day.isBefore(opened) && !day.isAfter(closed);
    }
  }

  private final Map<String, List<Prison>> byKindAndRegion;
  private final Map<String, List<Prison>> byKind;

  private Prisons(Map<String, List<Prison>> byKindAndRegion, Map<String, List<Prison>> byKind) {
    this.byKindAndRegion = byKindAndRegion;
    this.byKind = byKind;
  }

  static Prisons load() {
    Map<String, NamedCsvRecord> dated = new HashMap<>();
    List<Prison> prisons = new ArrayList<>();
    for (NamedCsvRecord row : ResourceTable.own("prison_dates")) {
      dated.put(row.getField("establishment_code"), row);
      prisons.add(
          new Prison(
              row.getField("establishment_code"),
              row.getField("sex"),
              row.getField("region_code"),
              day(row.getField("opened"), LocalDate.MIN),
              day(row.getField("closed"), LocalDate.MAX),
              Boolean.parseBoolean(row.getField("youth"))));
    }
    for (NamedCsvRecord row : ResourceTable.reference("prison")) {
      boolean usable = row.getField("is_active").equals("true") && !row.getField("sex").equals("X");
      if (usable && !dated.containsKey(row.getField("establishment_code"))) {
        prisons.add(
            new Prison(
                row.getField("establishment_code"),
                row.getField("sex"),
                row.getField("region_code"),
                LocalDate.MIN,
                LocalDate.MAX,
                false));
      }
    }
    Map<String, List<Prison>> near = new HashMap<>();
    Map<String, List<Prison>> anywhere = new HashMap<>();
    for (Prison prison : prisons) {
      for (String kind : kinds(prison)) {
        near.computeIfAbsent(kind + prison.region(), key -> new ArrayList<>()).add(prison);
        anywhere.computeIfAbsent(kind, key -> new ArrayList<>()).add(prison);
      }
    }
    return new Prisons(near, anywhere);
  }

  /** A prison open on the day; four in five people leave from one in their home region. */
  String draw(Draws draws, String sex, int age, String region, LocalDate day) {
    String kind = age < 18 ? "youth" : sex;
    boolean near = draws.chance(0.8);
    List<Prison> candidates =
        near ? open(byKindAndRegion.getOrDefault(kind + region, List.of()), day) : List.of();
    if (candidates.isEmpty()) {
      candidates = open(byKind.get(kind), day);
    }
    return candidates.get(draws.between(0, candidates.size() - 1)).code();
  }

  private static List<Prison> open(List<Prison> prisons, LocalDate day) {
    return prisons.stream().filter(prison -> prison.openOn(day)).toList();
  }

  private static List<String> kinds(Prison prison) {
    return prison.youth() ? List.of("youth") : List.of(prison.sex());
  }

  private static LocalDate day(String text, LocalDate otherwise) {
    return text.isEmpty() ? otherwise : LocalDate.parse(text);
  }
}
