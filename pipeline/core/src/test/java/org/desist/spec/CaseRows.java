// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of a case, resource by resource, with everything that its tables leave unsaid. */
final class CaseRows {
  private static final Set<String> PNC_ONLY = Set.of("pnc_person", "pnc_event", "iom_nomination");

  private final SpecCase specCase;
  private final Cast cast;
  private final Extracts extracts = new Extracts();
  private final Map<String, Integer> counters = new TreeMap<>();

  private CaseRows(SpecCase specCase, Cast cast) {
    this.specCase = specCase;
    this.cast = cast;
  }

  /** The rows of a case as they stand in the files. */
  static Extracts of(SpecCase specCase, Cast cast) {
    CaseRows rows = new CaseRows(specCase, cast);
    rows.persons();
    RecordRows records = new RecordRows(cast, rows.extracts);
    for (Block.Grid given : specCase.givens()) {
      if (given.caption().equals("pnc")) {
        rows.each(given.table(), records::add);
      } else if (!given.caption().equals("pnc_person")) {
        rows.each(given.table(), row -> rows.resource(given.caption(), row));
      }
    }
    return rows.extracts;
  }

  private interface RowUse {
    void accept(Map<String, String> row);
  }

  private void each(TextTable table, RowUse use) {
    for (Map<String, String> row : table.rows()) {
      for (Map<String, String> one : Expansion.of(row)) {
        if (Expansion.EVERYONE.equals(one.get(Expansion.PERSON))) {
          for (String name : cast.names()) {
            Map<String, String> own = new LinkedHashMap<>(one);
            own.put(Expansion.PERSON, name);
            own.put(Expansion.EVERYONE, name);
            use.accept(own);
          }
        } else {
          use.accept(one);
        }
      }
    }
  }

  /** Everybody a table names, first those whose person row is given. */
  private void persons() {
    List<Map<String, String>> given = new ArrayList<>();
    specCase
        .given("pnc_person")
        .ifPresent(table -> table.rows().forEach(row -> given.addAll(Expansion.of(row))));
    Map<String, Boolean> described = new LinkedHashMap<>();
    for (Map<String, String> row : given) {
      String name = row.get(Expansion.PERSON);
      Cast.Person person = cast.person(name);
      Map<String, String> written = new LinkedHashMap<>(person.identity());
      written.remove("noms_number");
      row.forEach((column, cell) -> set(written, column, cell));
      if (described.put(name, true) == null) {
        person.identity().replaceAll((column, old) -> written.getOrDefault(column, old));
      }
      extracts.add("pnc_person", written);
    }
    for (Block.Grid grid : specCase.givens()) {
      for (Map<String, String> row : grid.table().rows()) {
        for (Map<String, String> one : Expansion.of(row)) {
          String name = one.getOrDefault(Expansion.PERSON, "");
          if (!name.isEmpty() && !name.equals(Expansion.EVERYONE) && !described.containsKey(name)) {
            described.put(name, true);
            Map<String, String> written = new LinkedHashMap<>(cast.person(name).identity());
            written.remove("noms_number");
            extracts.add("pnc_person", written);
          }
        }
      }
    }
  }

  private void resource(String resource, Map<String, String> row) {
    if (Extracts.CONTRACT.resource(resource).isEmpty()) {
      throw new IllegalArgumentException(
          specCase.place() + ": there is no table to give called " + resource);
    }
    Map<String, String> written = new LinkedHashMap<>();
    String name = row.getOrDefault(Expansion.PERSON, "");
    if (!name.isEmpty()) {
      Map<String, String> identity = cast.person(name).identity();
      if (PNC_ONLY.contains(resource)) {
        written.put("pnc_id", identity.get("pnc_id"));
      } else {
        written.putAll(identity);
      }
    }
    int count = counters.merge(resource, 1, Integer::sum);
    Defaults.of(resource, count)
        .forEach((column, cell) -> written.putIfAbsent(column, cast.written(column, cell)));
    row.forEach((column, cell) -> set(written, column, cell));
    extracts.add(resource, written);
  }

  private void set(Map<String, String> written, String column, String cell) {
    if (!column.equals(Expansion.PERSON) && !column.equals(Expansion.EVERYONE)) {
      written.put(column, cast.written(column, cell));
    }
  }
}
