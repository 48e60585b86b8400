// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares an expected table with what a run left. */
final class Expectation {
  /** Rows with one of these are of a case; figures are not, and have cohorts of their own. */
  private static final Set<String> OWNED =
      Set.of("person_key", "line", "event_id", "offence_id", "release_id", "case_id", "record_id");

  /** Of figures, only those of the listed values are compared. */
  private static final List<String> LISTED =
      List.of("cohort_window", "cohort_start", "geography_type", "breakdown", "month");

  private static final String USUAL_COHORT = "quarter 2016-01-01";

  private final SpecCase specCase;
  private final String name;
  private final TextTable expected;

  Expectation(SpecCase specCase, Block.Grid grid) {
    this.specCase = specCase;
    this.name = grid.caption();
    this.expected = grid.table();
  }

  /**
   * Compares by column name, rows in any order.
   *
   * @throws AssertionError showing both tables
   */
  void check(WorldResult result) {
    List<String> columns = result.columns(name);
    boolean isOwned = columns.stream().anyMatch(OWNED::contains);
    compare(filter(isOwned ? result.rowsOf(specCase, name) : result.rows(name), isOwned), columns);
  }

  /**
   * Compares with the rows of a table, all of them.
   *
   * @param columns that the table has, with or without rows
   * @throws IllegalArgumentException when a column is expected that the table does not have
   * @throws AssertionError showing both tables
   */
  void compare(List<Map<String, Object>> actual, List<String> columns) {
    for (String column : expected.columns()) {
      String meant = column.equals("person") ? "person_key" : column;
      if (!columns.contains(column) && !columns.contains(meant)) {
        throw new IllegalArgumentException(
            "%s: %s has no column %s, only %s".formatted(specCase.place(), name, column, columns));
      }
    }
    List<Map<String, Object>> rest = new ArrayList<>(actual);
    boolean isSame = true;
    for (Map<String, String> row : expected.rows()) {
      isSame &= removeFirst(rest, row);
    }
    if (!isSame || !rest.isEmpty()) {
      throw new AssertionError(
          "%s%n%nExpected %s:%n%s%n%nActual:%n%s%n"
              .formatted(specCase.place(), name, expected.render(), shown(actual).render()));
    }
  }

  private List<Map<String, Object>> filter(List<Map<String, Object>> rows, boolean isOwned) {
    String[] cohort = specCase.settings().getOrDefault("cohort", USUAL_COHORT).split(" ", -1);
    List<Map<String, Object>> found = new ArrayList<>(rows);
    found.removeIf(row -> !isOf(row, "cohort_window", cohort[0]));
    found.removeIf(row -> !isOf(row, "cohort_start", cohort[1]));
    found.removeIf(row -> !isOf(row, "geography_type", "national"));
    found.removeIf(row -> !isOf(row, "breakdown", "total"));
    for (String column : LISTED) {
      if (expected.has(column) && !isOwned) {
        Set<String> listed = new TreeSet<>(expected.values(column));
        found.removeIf(row -> !listed.contains(text(row.get(column))));
      }
    }
    return found;
  }

  /** A column that an expected table leaves out has its usual value. */
  private boolean isOf(Map<String, Object> row, String column, String usual) {
    return expected.has(column)
        || !row.containsKey(column)
        || text(row.get(column)).equals(usual)
        || usual.equals("any");
  }

  private boolean removeFirst(List<Map<String, Object>> rest, Map<String, String> row) {
    for (Iterator<Map<String, Object>> i = rest.iterator(); i.hasNext(); ) {
      Map<String, Object> candidate = i.next();
      if (expected.columns().stream()
          .allMatch(column -> Cells.isSame(row.get(column), candidate.get(column)))) {
        i.remove();
        return true;
      }
    }
    return false;
  }

  private TextTable shown(List<Map<String, Object>> rows) {
    List<Map<String, String>> texts = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Map<String, String> line = new LinkedHashMap<>();
      expected.columns().forEach(column -> line.put(column, text(row.get(column))));
      texts.add(line);
    }
    return new TextTable(expected.columns(), texts);
  }

  private static String text(Object value) {
    return Cells.text(value);
  }
}
