// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns {@code people} and {@code times}: one row that stands for several. */
final class Expansion {
  static final String PERSON = "person";
  static final String EVERYONE = "everyone";
  private static final String PEOPLE = "people";
  private static final String TIMES = "times";

  private Expansion() {}

  /** As many rows as there are people like this one, and times that it happened to each. */
  static List<Map<String, String>> of(Map<String, String> row) {
    List<Map<String, String>> rows = new ArrayList<>();
    String people = row.getOrDefault(PEOPLE, "");
    if (people.isEmpty()) {
      times(row, rows);
      return rows;
    }
    for (int i = 1; i <= Integer.parseInt(people); i++) {
      Map<String, String> one = new LinkedHashMap<>(row);
      one.put(PERSON, row.get(PERSON) + " " + i);
      times(one, rows);
    }
    return rows;
  }

  /** The same on so many days, one after the other. */
  private static void times(Map<String, String> row, List<Map<String, String>> rows) {
    String times = row.getOrDefault(TIMES, "");
    Map<String, String> plain = new LinkedHashMap<>(row);
    plain.remove(PEOPLE);
    plain.remove(TIMES);
    if (times.isEmpty()) {
      rows.add(plain);
      return;
    }
    LocalDate first = LocalDate.parse(row.get("event_date"));
    for (int i = 0; i < Integer.parseInt(times); i++) {
      Map<String, String> one = new LinkedHashMap<>(plain);
      one.put("event_date", first.plusDays(i).toString());
      rows.add(one);
    }
  }
}
