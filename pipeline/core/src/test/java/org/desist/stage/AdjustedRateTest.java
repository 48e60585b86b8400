// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.Engine;
import org.desist.method.MethodFile;
import org.desist.method.MethodTables;
import org.desist.model.SqlModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The published adjusted rates of adults, quarter by quarter from 2000 to 2011, come out of the
 * models of the baseline. The ministry scores people by OGRS4; its mean scores are published.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdjustedRateTest {
  private static final String FILE = "golden/moj_adult_quarters_2000_2011.csv";
  private static final double POINT = 100;

  /** Published to eight decimals of a point; sums here are kept in billionths of one. */
  private static final double NEAR = 2e-7;

  private final List<Map<String, String>> quarters = read();
  private final ModelTables tables = ModelTables.load();
  private Engine engine;

  private static List<Map<String, String>> read() {
    try (InputStream in = AdjustedRateTest.class.getClassLoader().getResourceAsStream(FILE)) {
      return CsvReader.builder().ofNamedCsvRecord(in).stream()
          .map(NamedCsvRecord::getFieldsAsMap)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeAll
  void compare(@TempDir Path spill) {
    engine = DuckDbEngine.start(1, 500, spill);
    MethodTables.hold(engine, MethodFile.read(null), LocalDate.of(2013, 12, 31));
    List<Map<String, String>> baseline = new ArrayList<>();
    List<Map<String, String>> cells = new ArrayList<>();
    for (Map<String, String> quarter : quarters) {
      cells.add(cell(quarter));
      if (quarter.get("quarter_start").startsWith("2011")) {
        baseline.add(baselineRow(quarter));
      }
    }
    tables.give(
        engine,
        "baseline",
        List.of(
            Map.of(
                "baseline",
                "2011",
                "baseline_version",
                "1",
                "baseline_hash",
                "x",
                "baseline_measure",
                "reoffending")));
    tables.give(engine, "baseline_row", baseline);
    tables.give(engine, "baseline_cell", cells);
    tables.give(engine, "repeat_cell", List.of());
    for (String name : List.of("baseline_total", "comparison")) {
      SqlModel model =
          tables.models().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
      engine.view(model.name(), model.select());
    }
  }

  private static Map<String, String> cell(Map<String, String> quarter) {
    return Map.ofEntries(
        Map.entry("cohort_window", "quarter"),
        Map.entry("cohort_start", quarter.get("quarter_start")),
        Map.entry("cohort_status", "final"),
        Map.entry("geography_type", "national"),
        Map.entry("geography_code", "EW"),
        Map.entry("breakdown", "adult_juvenile"),
        Map.entry("category", "adult"),
        Map.entry("offenders", quarter.get("offenders")),
        Map.entry("reoffenders", quarter.get("reoffenders")),
        Map.entry("reoffences", quarter.get("reoffences")),
        Map.entry("scored", quarter.get("offenders")),
        Map.entry(
            "one_year_billionths",
            expected(quarter)
                .multiply(new BigDecimal(quarter.get("offenders")))
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString()));
  }

  private static Map<String, String> baselineRow(Map<String, String> quarter) {
    return Map.of(
        "baseline",
        "2011",
        "geography_type",
        "national",
        "geography_code",
        "EW",
        "breakdown",
        "adult_juvenile",
        "category",
        "adult",
        "quarter_start",
        quarter.get("quarter_start"),
        "offenders",
        quarter.get("offenders"),
        "reoffenders_billionths",
        quarter.get("reoffenders") + "000000000",
        "reoffences_billionths",
        quarter.get("reoffences") + "000000000",
        "expected_billionths",
        expected(quarter).setScale(0, RoundingMode.HALF_UP).toPlainString());
  }

  /** The published mean score of a quarter, as a share in billionths. */
  private static BigDecimal expected(Map<String, String> quarter) {
    return new BigDecimal(quarter.get("mean_ogrs4_percent")).movePointRight(7);
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @Test
  void theYearsExpectedRateWeighsItsQuartersByTheirPeople() {
    assertThat(engine.rows("select * from baseline_total").get(0).get("baseline_expected_rate"))
        .isInstanceOfSatisfying(
            Double.class, rate -> assertThat(rate * POINT).isCloseTo(33.7289176, within(1e-7)));
  }

  @Test
  void everyPublishedRateAndAdjustedRateComesOut() {
    List<Map<String, Object>> rows =
        engine.rows(
            "select observed_rate, observed_frequency, adjusted_rate from comparison"
                + " order by cohort_start");
    assertThat(rows).hasSize(quarters.size()).hasSizeGreaterThan(40);
    for (int i = 0; i < rows.size(); i++) {
      String day = quarters.get(i).get("quarter_start");
      assertThat((Double) rows.get(i).get("observed_rate") * POINT)
          .as("observed, %s", day)
          .isCloseTo(published(i, "reoffending_rate_percent"), within(1e-8));
      assertThat((Double) rows.get(i).get("observed_frequency"))
          .as("frequency, %s", day)
          .isCloseTo(published(i, "reoffences_per_reoffender"), within(1e-8));
      assertThat((Double) rows.get(i).get("adjusted_rate") * POINT)
          .as("adjusted, %s", day)
          .isCloseTo(published(i, "adjusted_rate_percent"), within(NEAR));
    }
  }

  private double published(int quarter, String column) {
    return Double.parseDouble(quarters.get(quarter).get(column));
  }
}
