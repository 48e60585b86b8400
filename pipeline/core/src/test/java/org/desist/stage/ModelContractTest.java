// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.Engine;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.error.DesistException;
import org.desist.model.SqlModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model says of itself is so: what it reads, and the columns that it hands out. */
class ModelContractTest {
  private static final int MEMORY_MEGABYTES = 200;

  /** Types that both engines name and store alike. */
  private static final Set<String> PORTABLE =
      Set.of("VARCHAR", "INTEGER", "BIGINT", "DOUBLE", "BOOLEAN", "DATE", "DECIMAL(18,2)");

  private static ModelTables tables;
  @TempDir static Path spill;

  @BeforeAll
  static void load() {
    tables = ModelTables.load();
  }

  @Test
  void aModelNeedsTheTablesThatItDeclaresAndNoOthers() {
    SoftAssertions found = new SoftAssertions();
    for (SqlModel model : tables.models()) {
      found
          .assertThat(new TreeSet<>(SqlText.tables(model.select())))
          .as("tables that %s reads", model.name())
          .isEqualTo(new TreeSet<>(model.reads()));
      found
          .assertThatCode(() -> bind(model, model.reads()))
          .as("%s, given only what it declares", model.name())
          .doesNotThrowAnyException();
    }
    found.assertAll();
  }

  @Test
  void aModelWithoutOneOfItsTablesDoesNotBind() {
    SqlModel model =
        tables.models().stream().filter(m -> m.name().equals("cohort_status")).findFirst().get();
    assertThatCode(() -> bind(model, model.reads())).doesNotThrowAnyException();
    for (String read : model.reads()) {
      List<String> others = model.reads().stream().filter(name -> !name.equals(read)).toList();
      assertThatThrownBy(() -> bind(model, others))
          .isInstanceOf(DesistException.class)
          .hasMessageContaining("Table with name " + read + " does not exist");
    }
  }

  /** Binding finds every table, column and function; no row is needed. */
  private static void bind(SqlModel model, List<String> given) {
    try (Engine engine = DuckDbEngine.start(1, MEMORY_MEGABYTES, spill)) {
      ModelTables.prepare(engine);
      for (String table : given) {
        engine.hold(new SmallTable(table, tables.columns().get(table), List.of()));
      }
      engine.view("bound", model.select());
    }
  }

  @Test
  void everyTableHasOneModel() {
    Map<String, Long> times =
        tables.models().stream()
            .collect(Collectors.groupingBy(SqlModel::name, TreeMap::new, Collectors.counting()));
    assertThat(times.values()).containsOnly(1L);
  }

  @Test
  void everyColumnHasATypeThatBothEnginesStoreAlike() {
    SoftAssertions found = new SoftAssertions();
    for (SqlModel model : tables.models()) {
      for (Column column : tables.columns().get(model.name())) {
        found.assertThat(PORTABLE).as("%s.%s", model.name(), column.name()).contains(column.type());
      }
    }
    found.assertAll();
  }

  static Stream<Arguments> marts() {
    String rate =
        """
        cohort_window cohort_start cohort_end cohort_status share_observed geography_type
        geography_code breakdown category offenders persons reoffenders reoffences
        mean_previous_offences reoffending_rate rate_lower rate_upper reoffences_per_reoffender
        reoffences_per_offender expected_rate
        """;
    String events = "reoffence_events reoffence_events_per_offender measure score";
    return Stream.of(
        Arguments.of("reoffending_rate", rate + events),
        Arguments.of("published_reoffending_rate", rate + " count_status rate_status " + events),
        Arguments.of("attrition", "cohort_window cohort_start reason people"),
        Arguments.of(
            "attrition_overlap", "cohort_window cohort_start rule beside people people_gained"),
        Arguments.of("quarantine", "resource file line key code level field message"),
        Arguments.of("data_quality", "resource code level rows"),
        Arguments.of(
            "time_to_reoffence",
            """
            cohort_window cohort_start cohort_end cohort_status share_observed geography_type
            geography_code breakdown category month offenders reoffenders share_reoffended
            count_status rate_status measure
            """),
        Arguments.of(
            "reoffence_matrix",
            """
            cohort_window cohort_start cohort_end cohort_status share_observed index_offence_group
            reoffence_offence_group offenders reoffenders reoffences share_reoffended count_status
            rate_status measure
            """),
        Arguments.of("person_link", "resource record_id person_key link_rule"),
        Arguments.of(
            "cohort_member",
            """
            cohort_window cohort_start person_key index_date entry_type index_category index_ho_code
            index_offence_group segment court_mode age_at_index adult_juvenile sex age_band ethnicity
            previous_offences previous_sanctions previous_offences_band sentence_length_days
            sentence_length_band ogrs3_one_year ogrs3_two_year ogrs_band ogrs_missing
            national region region_draft_2019 provider provider_type delivery_unit police_force
            local_authority prison
            region_basis reoffences reoffended days_to_first_reoffence first_reoffence_court_mode
            custodial_reoffences observed ogrs4g_one_year ogrs4g_two_year ogrs4g_missing
            score
            """));
  }

  @ParameterizedTest
  @MethodSource("marts")
  void aMartHasTheColumnsThatReadersRelyOnInTheirOrder(String mart, String columns) {
    assertThat(tables.names(mart)).containsExactly(columns.strip().split("\\s+"));
  }

  @Test
  void nobodyCanBeNamedByAMart() {
    Set<String> personal =
        Set.of(
            "pnc_id", "surname", "forenames", "date_of_birth", "noms_number", "crn", "cro_number");
    for (SqlModel model : tables.models()) {
      if (model.mart().isPresent()) {
        assertThat(tables.names(model.name()))
            .as(model.name())
            .doesNotContainAnyElementsOf(personal);
        if (model.mart().get().isPublished()) {
          assertThat(tables.names(model.name())).as(model.name()).doesNotContain("person_key");
        }
      }
    }
  }
}
