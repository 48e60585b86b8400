// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.desist.oracle.Oracle;
import org.desist.oracle.Rows;

/** Compares what a run published with the independent calculation, cell by cell. */
final class Agreement {
  private static final List<String> MEMBER =
      List.of("cohort_window", "cohort_start", "person_key", "index_date");
  private static final List<String> CELL =
      List.of(
          "cohort_window",
          "cohort_start",
          "geography_type",
          "geography_code",
          "breakdown",
          "category");

  private final Marts marts;
  private final SoftAssertions found = new SoftAssertions();

  private Agreement(Marts marts) {
    this.marts = marts;
  }

  /** Fails with the first differences of every mart that differs. */
  static void check(Oracle oracle, Marts marts) {
    Agreement agreement = new Agreement(marts);
    agreement.compare("restricted/cohort_member", keyed(oracle.members()), MEMBER);
    agreement.compare(
        "restricted/reoffence", keyed(oracle.reoffences()), with(MEMBER, "offence_id"));
    agreement.compare(
        "restricted/attrition",
        oracle.attrition(),
        List.of("cohort_window", "cohort_start", "reason"));
    agreement.compare(
        "restricted/attrition_overlap",
        oracle.overlaps(),
        List.of("cohort_window", "cohort_start", "rule", "beside"));
    agreement.compare("restricted/person_link", links(oracle), List.of("resource", "record_id"));
    agreement.compare("restricted/reoffending_rate", oracle.rates(), CELL);
    agreement.compare("published/reoffending_rate", oracle.publishedRates(), CELL);
    agreement.compare("published/time_to_reoffence", oracle.publishedTimes(), with(CELL, "month"));
    agreement.compare(
        "published/reoffence_matrix",
        oracle.publishedMatrix(),
        List.of("cohort_window", "cohort_start", "index_offence_group", "reoffence_offence_group"));
    agreement.compareConflicts(oracle);
    agreement.found.assertAll();
  }

  /** A calculation without rows says nothing of columns. */
  private void compare(String mart, List<Map<String, Object>> expected, List<String> key) {
    if (!expected.isEmpty()) {
      List<String> columns = new ArrayList<>(marts.columnNames(mart));
      // The nation is one code for everybody: the calculation has no column for it.
      columns.remove("national");
      List<String> others = new ArrayList<>(columns);
      others.removeAll(expected.get(0).keySet());
      found.assertThat(others).as("columns that only the mart %s has", mart).isEmpty();
    }
    found.assertThat(Rows.differences(expected, marts.rows(mart), key)).as(mart).isEmpty();
  }

  private void compareConflicts(Oracle oracle) {
    Map<String, Long> expected = new TreeMap<>();
    for (Map<String, Object> link : oracle.links()) {
      if (link.get("id_conflict").equals(true)) {
        expected.merge((String) link.get("resource"), 1L, Long::sum);
      }
    }
    Map<String, Long> actual = new TreeMap<>();
    for (Map<String, Object> row : marts.rows("published/data_quality")) {
      if (row.get("code").equals("ID_CONFLICT")) {
        actual.put((String) row.get("resource"), ((Number) row.get("rows")).longValue());
      }
    }
    found.assertThat(actual).as("ID_CONFLICT").isEqualTo(expected);
  }

  /** The calculation names persons by PNC id, the marts by key. */
  private static List<Map<String, Object>> keyed(List<Map<String, Object>> rows) {
    return Rows.replace(rows, "pnc_id", "person_key", PipelineWorld.KEY::keyOf);
  }

  private static List<Map<String, Object>> links(Oracle oracle) {
    List<Map<String, Object>> links = new ArrayList<>();
    for (Map<String, Object> row : keyed(oracle.links())) {
      Map<String, Object> link = new LinkedHashMap<>(row);
      link.put("record_id", link.remove("row_id"));
      link.remove("id_conflict");
      link.replace("link_rule", null, "UNLINKED");
      links.add(link);
    }
    return links;
  }

  private static List<String> with(List<String> key, String column) {
    List<String> longer = new ArrayList<>(key);
    longer.add(column);
    return longer;
  }

  /** Fails unless both runs published the same marts: names, types and rows, to the last bit. */
  static void checkSame(Marts one, Marts other) {
    assertThat(singles(folders(one), folders(other))).as("marts").isEmpty();
    SoftAssertions found = new SoftAssertions();
    for (String folder : folders(one)) {
      List<String> columns = singles(one.columns(folder), other.columns(folder));
      found.assertThat(columns).as(folder).isEmpty();
      if (columns.isEmpty()) {
        // Rows of other columns are other rows, every one of them.
        found.assertThat(other.columns(folder)).as(folder).isEqualTo(one.columns(folder));
        found.assertThat(Rows.surplus(one.rows(folder), other.rows(folder))).as(folder).isEmpty();
      }
    }
    found
        .assertThat(other.manifest().contentHash())
        .as("content hash")
        .isEqualTo(one.manifest().contentHash());
    found.assertAll();
  }

  private static List<String> folders(Marts marts) {
    return marts.manifest().marts().stream().map(mart -> mart.folder()).toList();
  }

  /** What only one of two lists has, in words. */
  private static List<String> singles(List<String> one, List<String> other) {
    List<String> found = new ArrayList<>();
    one.stream().filter(name -> !other.contains(name)).forEach(n -> found.add("first only: " + n));
    other.stream().filter(name -> !one.contains(name)).forEach(n -> found.add("second only: " + n));
    return found;
  }
}
