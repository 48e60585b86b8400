// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.desist.oracle.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Generated figures are near published ones: the Ministry of Justice's of 2023/24, and OGRS3 agrees
 * with what is observed. docs/generator.md has the figures of a larger world.
 */
class CalibrationTest {
  private static final String CELL =
      """
      select
          sum(offenders) as offenders,
          1e2 * sum(reoffenders) / sum(offenders) as rate,
          1e2 * sum(expected_rate * offenders) / sum(offenders) as expected,
          1e0 * sum(reoffences) / sum(reoffenders) as frequency
      from reoffending_rate
      where
          geography_type = 'national' and cohort_window = 'four_quarters'
          and cohort_status = 'final' and month(cohort_start) = 4
          and breakdown = '%s' and category = '%s'
      """;

  private static GeneratedPipeline world;

  @BeforeAll
  static void run() {
    world = GeneratedPipeline.of(12_000, 7, Settings.between("2011-01-01", "2019-04-01"));
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void theNationIsNearThePublishedOneAndNearWhatIsExpected() {
    Map<String, Object> nation = cell("total", "total");

    assertThat(number(nation, "offenders")).isGreaterThan(8000);
    assertThat(number(nation, "rate")).isCloseTo(28.2, within(1.5));
    assertThat(number(nation, "frequency")).isCloseTo(4.73, within(0.3));
    assertThat(number(nation, "expected")).isCloseTo(number(nation, "rate"), within(1.5));
  }

  @ParameterizedTest
  @CsvSource({
    "Theft, 56.9, 4",
    "Summary motoring, 14.2, 2.5",
    "Summary non-motoring, 27.9, 3",
    "Drug, 23.3, 3",
    "Violence against the person, 20.9, 4",
    "Other, 38.4, 5"
  })
  void theGroupsOfOffencesKeepTheirDistance(String group, double published, double tolerance) {
    assertThat(number(cell("index_offence_group", group), "rate"))
        .isCloseTo(published, within(tolerance));
  }

  private static Map<String, Object> cell(String breakdown, String category) {
    return world.marts().rows(CELL.formatted(breakdown, category)).get(0);
  }

  private static double number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).doubleValue();
  }
}
