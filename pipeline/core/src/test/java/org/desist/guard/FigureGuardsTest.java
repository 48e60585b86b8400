// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.EngineRoom;
import org.desist.engine.LocalTables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small histories in, checks out. */
class FigureGuardsTest {
  private static final String BREAKDOWN = "('quarter', '%s', '%s', '%s', '%s', '%s', '%s', '%s', ";

  @TempDir private static Path spill;
  private static DuckDbEngine writer;
  private static LocalTables tables;

  @TempDir private Path out;
  private GuardWorld world;

  @BeforeAll
  static void start() {
    writer = DuckDbEngine.start(1, 256, spill.resolve("writer"));
    tables = EngineRoom.LOOKUP.tables(spill.resolve("tables"));
  }

  @AfterAll
  static void stop() {
    tables.close();
    writer.close();
  }

  @BeforeEach
  void open() {
    world = new GuardWorld(out, tables, writer);
  }

  /** A final cohort of the nation: its total, and its sexes. */
  private static String[] cohort(String start, int men, int women, double rate) {
    List<String> rows = new ArrayList<>();
    rows.add(cell(start, "national", "EW", "total", "total", men + women, rate));
    rows.add(cell(start, "national", "EW", "sex", "M", men, rate));
    rows.add(cell(start, "national", "EW", "sex", "F", women, rate));
    return rows.toArray(String[]::new);
  }

  private static String cell(
      String start, String type, String code, String breakdown, String category, int n, double r) {
    return BREAKDOWN.formatted(start, end(start), "final", type, code, breakdown, category)
        + String.format(Locale.ROOT, "%d, %d, %s, 4.0)", n, Math.round(n * r), r);
  }

  private static String withheld(String start, String breakdown, String category) {
    return BREAKDOWN.formatted(start, end(start), "final", "national", "EW", breakdown, category)
        + "null, null, null, null)";
  }

  private static String end(String start) {
    return LocalDate.parse(start).plusMonths(3).minusDays(1).toString();
  }

  /** Three versions that say the same of the first quarter of 2014. */
  private GuardWorld quietYears() {
    return world
        .published("2017-03-31-0001", cohort("2014-01-01", 800, 200, 0.30))
        .published("2017-06-30-0001", cohort("2014-01-01", 800, 200, 0.30))
        .published("2017-09-30-0001", cohort("2014-01-01", 800, 200, 0.30));
  }

  private static GuardCheck only(List<GuardCheck> checks, GuardName guard, String measure) {
    List<GuardCheck> found =
        checks.stream().filter(c -> c.guard() == guard && c.measure().equals(measure)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static GuardCheck mix(List<GuardCheck> checks) {
    return only(checks, GuardName.MIX, "psi");
  }

  private static GuardCheck rate(List<GuardCheck> checks) {
    return only(checks, GuardName.RATE, "reoffending_rate");
  }

  @Test
  void theSameAgainPassesEverything() {
    List<GuardCheck> checks =
        quietYears()
            .current("2017-09-30-0001")
            .check("2017-12-31", cohort("2014-01-01", 800, 200, 0.30));

    assertThat(checks)
        .filteredOn(check -> check.guard() != GuardName.MART_ROWS)
        .extracting(GuardCheck::outcome)
        .containsOnly(GuardOutcome.PASSED);
    assertThat(mix(checks).distance()).isCloseTo(0, within(1e-5));
    assertThat(mix(checks).versions()).isEqualTo(3);
    assertThat(mix(checks).against()).isEqualTo("2017-09-30-0001");
  }

  @Test
  void aDamagedVersionAndOneOfAnEarlyReleaseAreNoHistory() throws IOException {
    quietYears();
    world.published("2017-10-31-0001", cohort("2014-01-01", 100, 900, 0.90));
    Files.writeString(out.resolve("versions/2017-10-31-0001/manifest.json"), "{");
    world.publishedEarly("2017-11-30-0001", cohort("2014-01-01", 100, 900, 0.90));

    GuardCheck mix = mix(world.check("2017-12-31", cohort("2014-01-01", 800, 200, 0.30)));

    assertThat(mix.outcome()).isEqualTo(GuardOutcome.PASSED);
    assertThat(mix.against()).isEqualTo("2017-09-30-0001");
  }

  @Test
  void withoutAHistoryNothingPasses() {
    List<GuardCheck> checks = world.check("2017-12-31", cohort("2014-01-01", 800, 200, 0.30));

    assertThat(checks).extracting(GuardCheck::outcome).containsOnly(GuardOutcome.NOT_EVALUATED);
    assertThat(mix(checks).words())
        .isEqualTo("no comparable version has been published of an earlier snapshot");
  }

  @Test
  void twoVersionsAreTooFewForMixAndRateAndEnoughForRevisions() {
    List<GuardCheck> checks =
        world
            .published("2017-03-31-0001", cohort("2014-01-01", 800, 200, 0.30))
            .published("2017-06-30-0001", cohort("2014-01-01", 800, 200, 0.30))
            .check("2017-12-31", cohort("2014-01-01", 800, 200, 0.30));

    assertThat(mix(checks).outcome()).isEqualTo(GuardOutcome.NOT_EVALUATED);
    assertThat(mix(checks).words())
        .isEqualTo("2 comparable versions have been published, and it takes 3");
    assertThat(rate(checks).outcome()).isEqualTo(GuardOutcome.NOT_EVALUATED);
    assertThat(only(checks, GuardName.REVISION, "reoffending_rate").outcome())
        .isEqualTo(GuardOutcome.PASSED);
  }

  @Test
  void whatIsNotComparableIsNoHistory() {
    world.draft("2017-03-31-0001", cohort("2014-01-01", 800, 200, 0.30));
    world
        .published("2017-06-30-0001", cohort("2014-01-01", 800, 200, 0.30))
        .published("2017-06-30-0002", cohort("2014-01-01", 800, 200, 0.30))
        .published("2017-12-31-0001", cohort("2014-01-01", 800, 200, 0.30))
        .published("2018-03-31-0001", cohort("2014-01-01", 800, 200, 0.30))
        .by("ours-2018")
        .published("2017-09-30-0001", cohort("2014-01-01", 800, 200, 0.30));

    GuardCheck check = mix(world.check("2017-12-31", cohort("2014-01-01", 800, 200, 0.30)));

    // One snapshot is left, by the version that was published of it last.
    assertThat(check.versions()).isEqualTo(1);
    assertThat(check.against()).isEqualTo("2017-06-30-0002");
  }

  @Test
  void anotherMixTripsTheIndex() {
    List<GuardCheck> checks =
        quietYears().check("2017-12-31", cohort("2014-01-01", 550, 450, 0.30));

    // (0.55 - 0.8) ln(0.55 / 0.8) + (0.45 - 0.2) ln(0.45 / 0.2), but for half a person.
    assertThat(mix(checks).distance()).isCloseTo(0.2964, within(1e-3));
    assertThat(mix(checks).outcome()).isEqualTo(GuardOutcome.HARD);
    assertThat(mix(checks).words())
        .isEqualTo(
            "index 0.296 (soft beyond 0.10, hard beyond 0.25); F moved most, 20.0% to 45.0% of offenders");
  }

  @Test
  void aSmallerShiftIsTold() {
    assertThat(
            mix(quietYears().check("2017-12-31", cohort("2014-01-01", 650, 350, 0.30))).outcome())
        .isEqualTo(GuardOutcome.SOFT);
  }

  @Test
  void aShiftThatChanceCanMakeIsNone() {
    for (String run : List.of("2017-03-31-0001", "2017-06-30-0001", "2017-09-30-0001")) {
      world.published(run, cohort("2014-01-01", 161, 39, 0.30));
    }

    GuardCheck check = mix(world.check("2017-12-31", cohort("2014-01-01", 132, 68, 0.30)));

    // An index of 0.11 would be told of a thousand people; of 200 it takes 10.83 x 2 / 200.
    assertThat(check.distance()).isBetween(0.10, 0.1083);
    assertThat(check.soft()).isCloseTo(0.1083, within(1e-4));
    assertThat(check.outcome()).isEqualTo(GuardOutcome.PASSED);
  }

  @Test
  void aCategoryThatDisappearsHasAnIndex() {
    String[] allMen = {
      cell("2014-01-01", "national", "EW", "total", "total", 1000, 0.3),
      cell("2014-01-01", "national", "EW", "sex", "M", 1000, 0.3)
    };

    GuardCheck check = mix(quietYears().check("2017-12-31", allMen));

    assertThat(check.outcome()).isEqualTo(GuardOutcome.HARD);
    assertThat(check.words()).contains("F moved most, 20.0% to 0.0% of offenders");
  }

  @Test
  void whatIsWithheldInOneVersionIsComparedAsWhatIsMissingToTheTotal() {
    String[] rows = {
      cell("2014-01-01", "national", "EW", "total", "total", 1000, 0.3),
      cell("2014-01-01", "national", "EW", "sex", "M", 800, 0.3),
      withheld("2014-01-01", "sex", "F")
    };

    GuardCheck check = mix(quietYears().check("2017-12-31", rows));

    assertThat(check.distance()).isCloseTo(0, within(1e-5));
    assertThat(check.outcome()).isEqualTo(GuardOutcome.PASSED);
  }

  @Test
  void aRateFarFromItsHistoryTrips() {
    List<GuardCheck> checks =
        quietYears().check("2017-12-31", cohort("2014-04-01", 8000, 2000, 0.36));

    assertThat(rate(checks).outcome()).isEqualTo(GuardOutcome.HARD);
    assertThat(rate(checks).words())
        .isEqualTo(
            "36.0%, cohort of 2014-04-01; before 30.0% (+6.0 points; soft beyond 2.0, hard beyond 5.0)");
    assertThat(only(checks, GuardName.RATE, "reoffences_per_reoffender").outcome())
        .isEqualTo(GuardOutcome.PASSED);
  }

  @Test
  void aRateThatAlwaysMovedMayMove() {
    world
        .published("2017-03-31-0001", cohort("2014-01-01", 8000, 2000, 0.26))
        .published("2017-06-30-0001", cohort("2014-01-01", 8000, 2000, 0.30))
        .published("2017-09-30-0001", cohort("2014-01-01", 8000, 2000, 0.34));

    GuardCheck check = rate(world.check("2017-12-31", cohort("2014-04-01", 8000, 2000, 0.36)));

    // The deviation of 26, 30 and 34 is 4 points, three of which are 12.
    assertThat(check.soft()).isCloseTo(0.12, within(0.002));
    assertThat(check.outcome()).isEqualTo(GuardOutcome.PASSED);
  }

  @Test
  void aSmallAreaIsNotEvaluated() {
    String[] rows = {
      cell("2014-01-01", "national", "EW", "total", "total", 1000, 0.3),
      cell("2014-01-01", "region", "A", "total", "total", 150, 0.6)
    };
    for (String run : List.of("2017-03-31-0001", "2017-06-30-0001", "2017-09-30-0001")) {
      world.published(run, rows);
    }

    List<GuardCheck> checks = world.check("2017-12-31", rows);

    assertThat(checks)
        .filteredOn(check -> check.subject().equals("quarter, region A"))
        .hasSize(2)
        .allSatisfy(
            check -> {
              assertThat(check.outcome()).isEqualTo(GuardOutcome.NOT_EVALUATED);
              assertThat(check.value()).isNull();
              assertThat(check.words())
                  .isEqualTo("fewer than 200 offenders now, or its figures are withheld");
            });
  }

  @Test
  void aFinalCohortThatMovesTripsEvenWhenTheNewestDoesNot() {
    List<String> before = new ArrayList<>(List.of(cohort("2014-01-01", 800, 200, 0.30)));
    before.addAll(List.of(cohort("2014-04-01", 800, 200, 0.30)));
    List<String> now = new ArrayList<>(List.of(cohort("2014-01-01", 800, 200, 0.325)));
    now.addAll(List.of(cohort("2014-04-01", 800, 200, 0.30)));
    world.published("2017-09-30-0001", before.toArray(String[]::new));

    GuardCheck check =
        only(
            world.check("2017-12-31", now.toArray(String[]::new)),
            GuardName.REVISION,
            "reoffending_rate");

    assertThat(check.outcome()).isEqualTo(GuardOutcome.HARD);
    assertThat(check.words())
        .isEqualTo(
            "national, cohort of 2014-01-01, moved most of 2: 32.5%, 30.0% in 2017-09-30-0001 (+2.5 points)");
  }

  @Test
  void aMartThatHalvesTrips() {
    String[] many = new String[200];
    String[] few = new String[90];
    for (int i = 0; i < many.length; i++) {
      many[i] = cell("2014-01-01", "prison", "P" + i, "total", "total", 40, 0.3);
    }
    System.arraycopy(many, 0, few, 0, few.length);
    world.published("2017-09-30-0001", many);

    GuardCheck check = only(world.check("2017-12-31", few), GuardName.MART_ROWS, "rows");

    assertThat(check.outcome()).isEqualTo(GuardOutcome.HARD);
    assertThat(check.words()).isEqualTo("90 rows, 200 in 2017-09-30-0001 (-55.0%)");
  }

  @Test
  void checksAreReadBackAsTheyWereWritten() {
    List<GuardCheck> checks =
        quietYears().check("2017-12-31", cohort("2014-01-01", 550, 450, 0.30));

    GuardTable.write(writer, checks, out.resolve("guard"));

    assertThat(GuardTable.read(tables, out.resolve("guard")))
        .containsExactlyInAnyOrderElementsOf(checks);
  }
}
