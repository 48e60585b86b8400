// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.desist.contract.ListedValues;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random worlds are only worth comparing when they reach every branch of the rules. */
class HistoriesTest {
  private static final List<Map<String, Object>> MEMBERS = new ArrayList<>();
  private static final List<Map<String, Object>> REOFFENCES = new ArrayList<>();
  private static final List<Map<String, Object>> LINKS = new ArrayList<>();
  private static final List<Map<String, Object>> ATTRITION = new ArrayList<>();
  private static final List<Map<String, Object>> OVERLAPS = new ArrayList<>();
  private static final Set<String> STATUSES = new TreeSet<>();

  @BeforeAll
  static void calculate() {
    for (long seed = 1; seed <= 6; seed++) {
      Oracle oracle = Oracle.of(Histories.crowd(seed, 250), Histories.settings());
      MEMBERS.addAll(oracle.members());
      REOFFENCES.addAll(oracle.reoffences());
      LINKS.addAll(oracle.links());
      ATTRITION.addAll(oracle.attrition());
      OVERLAPS.addAll(oracle.overlaps());
      oracle.rateRecords().forEach(rate -> STATUSES.add(rate.cohortStatus()));
    }
  }

  /** Whoever would be too old for the score has a birth date that counts as missing. */
  private static final Set<String> NEVER_DRAWN = Set.of("AGE_OUT_OF_RANGE", "CAREER_LENGTH");

  /** One value to a run: the nation, and the score of the method. */
  private static final Set<String> NOT_DRAWN = Set.of("national", "score");

  @Test
  void everyCategoryOfEveryColumnOccurs() {
    SoftAssertions.assertSoftly(
        softly -> {
          expectAll(softly, "cohort_member", MEMBERS);
          expectAll(softly, "reoffence", REOFFENCES);
          expectAll(softly, "attrition", ATTRITION);
          expectAll(softly, "attrition_overlap", OVERLAPS);
        });
  }

  private static void expectAll(
      SoftAssertions softly, String mart, List<Map<String, Object>> rows) {
    for (JsonNode resource : ListedValues.ofMarts().tree().path("resources")) {
      if (!resource.path("path").asText().equals("restricted/" + mart)) {
        continue;
      }
      for (JsonNode field : resource.path("schema").path("fields")) {
        String column = field.path("name").asText();
        if (NOT_DRAWN.contains(column)) {
          continue;
        }
        Set<String> drawn = values(rows, column);
        for (JsonNode category : field.path("constraints").path("enum")) {
          softly
              .assertThat(
                  drawn.contains(category.asText()) || NEVER_DRAWN.contains(category.asText()))
              .as("%s.%s: Histories draws nobody with '%s'", mart, column, category.asText())
              .isTrue();
        }
      }
    }
  }

  @Test
  void everyWayOfLinkingOccurs() {
    assertThat(values(LINKS, "link_rule"))
        .containsOnly("PNC_ID", "NOMS_NUMBER", "NAME_DOB", "null");
    assertThat(values(LINKS, "id_conflict")).containsOnly("true", "false");
  }

  @Test
  void everyRouteToARegionAndEveryStatusOccurs() {
    assertThat(values(MEMBERS, "region_basis"))
        .containsOnly("DELIVERY_UNIT", "LOCAL_AUTHORITY", "PROVIDER", "POLICE_FORCE", "UNKNOWN");
    assertThat(values(MEMBERS, "provider_type"))
        .contains("NONE", "UNKNOWN", "TRUST", "CRC", "NPS_DIVISION", "REGION");
    assertThat(values(MEMBERS, "region")).contains("L", "UNKNOWN");
    assertThat(values(MEMBERS, "observed")).containsOnly("true", "false");
    assertThat(STATUSES).containsOnly("final", "provisional", "incomplete");
  }

  @Test
  void reoffencesTouchTheirLimits() {
    assertThat(REOFFENCES)
        .anyMatch(row -> row.get("offence_date").equals(limit(row, 12)))
        .anyMatch(row -> row.get("event_date").equals(limit(row, 18)))
        .anyMatch(row -> row.get("days_to_reoffence").equals(1))
        .anyMatch(row -> row.get("court_mode").equals("unknown"))
        .anyMatch(row -> row.get("date_imputed").equals(true))
        .anyMatch(row -> row.get("custodial").equals(true))
        .anyMatch(row -> row.get("index_date").equals(LocalDate.of(2016, 2, 29)));
    assertThat(values(MEMBERS, "reoffences")).contains("0", "1", "2", "3", "4", "5");
  }

  @Test
  void everyRowIsOneThatValidationAccepts() {
    for (long seed = 1; seed <= 6; seed++) {
      World world = Histories.crowd(seed, 250);
      Map<String, LocalDate> events =
          world.events().stream().collect(Collectors.toMap(Event::eventId, Event::eventDate));
      assertThat(events.values()).allMatch(date -> !date.isAfter(world.snapshotDate()));
      for (Offence offence : world.offences()) {
        LocalDate start = offence.offenceStartDate();
        LocalDate end = offence.offenceEndDate();
        LocalDate committed = start == null ? end : start;
        assertThat(committed == null || !committed.isAfter(events.get(offence.eventId()))).isTrue();
        assertThat(start == null || end == null || !end.isBefore(start)).isTrue();
      }
      assertThat(
              world.persons().stream().map(p -> PncId.canonical(p.pncId(), world.snapshotDate())))
          .doesNotHaveDuplicates()
          .allMatch(java.util.Optional::isPresent);
      assertThat(world.cases())
          .allMatch(row -> row.endDate() == null || !row.endDate().isBefore(row.startDate()));
    }
  }

  @Test
  void theSameSeedGivesTheSameWorld() {
    assertThat(Histories.crowd(3, 20)).isEqualTo(Histories.crowd(3, 20));
    assertThat(Histories.crowd(3, 20)).isNotEqualTo(Histories.crowd(4, 20));
  }

  private static LocalDate limit(Map<String, Object> row, int months) {
    return ((LocalDate) row.get("index_date")).plusMonths(months);
  }

  private static Set<String> values(List<Map<String, Object>> rows, String column) {
    return rows.stream().map(row -> String.valueOf(row.get(column))).collect(Collectors.toSet());
  }
}
