// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command over two real versions of data-samples/two-snapshots. */
class BacktestCommandTest {
  private static final Path SAMPLE =
      SmallWorld.extracts().getParent().resolveSibling("two-snapshots");
  private static final Path TABLE = SAMPLE.resolve("published.csv");
  private static final String MARCH = "2019-03-31-0001";
  private static final String JUNE = "2019-06-30-0001";

  @TempDir static Path folder;
  private static SmallWorld world;
  private static Path out;
  private static Terminal june;

  @BeforeAll
  static void publish() {
    world = SmallWorld.in(folder);
    out = folder.resolve("out");
    publish(out, "2019-03-31");
    june = publish(out, "2019-06-30", "--backtest", TABLE.toString());
  }

  private static Terminal publish(Path where, String snapshot, String... more) {
    List<String> cohort = new ArrayList<>(List.of("--from", "2017-07-01", "--to", "2017-07-01"));
    cohort.addAll(List.of(more));
    Path extracts = SAMPLE.resolve("snapshot-" + snapshot);
    Terminal run = world.type(world.run(where, extracts, snapshot, cohort.toArray(String[]::new)));
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }

  @Test
  void aRunThatNamesTheTableShowsWhatDiffers() {
    assertThat(june.out())
        .contains(
            lines(
                "Published: published.csv",
                "Ours:      2019-06-30-0001: snapshot 2019-06-30, method moj-2017"))
        .containsPattern("different +4 +1, 2, 3, 5\\R")
        .containsPattern("adults or juveniles divided further: see them with --restricted +1 +4\\R")
        .contains("Why? Name the run of the snapshot that the table was made at: --made-at RUN");
  }

  @Test
  void whereTheTableWasMadeItIsReproducedButForItsSlip() {
    assertThat(backtest("--run", MARCH, "--restricted").out())
        .containsPattern("equal +4 +1, 3, 4, 5\\R different +1 +2\\R")
        .contains(
            lines(
                "   2  Jul 2017 to Sep 2017, England and Wales  published                 42           11          19   26.19",
                "      Adult                                    ours, provisional         41           11          19   26.83       +0.64"));
  }

  @Test
  void aRunWhoseTableCannotBeReadDoesNotBegin(@TempDir Path tables) throws IOException {
    Path faulty = Files.writeString(tables.resolve("faulty.csv"), "cohort,offenders\n20177,4\n");
    List<String> command = new ArrayList<>(world.run(tables.resolve("out"), "2017-04-01"));
    command.addAll(List.of("--backtest", faulty.toString()));

    Terminal run = world.type(command);

    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("line 2: cohort 20177 is no quarter and no twelve months");
    assertThat(tables.resolve("out")).doesNotExist();
  }

  @Test
  void aDifferenceIsWhatWasThereAlreadyAndWhatMovedSince() {
    Terminal terminal = backtest("--run", JUNE, "--made-at", MARCH, "--restricted");

    assertThat(terminal.exit()).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains(
            lines(
                " Row 2: Reoffending rate, per cent of offenders         people",
                " published                                       26.19",
                "   ours at the same snapshot, 2019-03-31-0001    +0.64",
                "   late convictions                              +4.82       2",
                "   corrected records                             -2.41       1",
                "   linkage                                       +1.71       1",
                "   method change                                  0.00       0",
                "   offender mix                                   0.00       0",
                " ours, 2019-06-30-0001                           30.95"))
        .contains("At the snapshot that the table was made at: 4 equal, 1 different.")
        .contains("Not explained: 4. A row is explained when the marts of both runs");
  }

  @Test
  void whatTheMartsDoNotHaveIsCountedForThoseWhoMaySeePeople() {
    assertThat(backtest().out()).contains("divided further: see them with --restricted");

    assertThat(backtest("--restricted").out())
        .doesNotContain("divided further")
        .contains(
            lines(
                "   4  Jul 2017 to Sep 2017, London             published         30            7          13   23.33",
                "      Adult, Sex, Male                         ours              31            9          15   29.03       +5.70"));
  }

  @Test
  void noRateIsWorkedOutOfTooFewPeople(@TempDir Path methods) throws IOException {
    Path method =
        Files.writeString(
            methods.resolve("method.yaml"),
            "method: many-needed\ndisclosure:\n  minimum_offenders: 41\n");
    Path other = methods.resolve("out");
    publish(other, "2019-03-31", "--method", method.toString());
    publish(other, "2019-06-30", "--method", method.toString());

    Terminal terminal =
        world.type(
            List.of("backtest", TABLE.toString(), "--out", other.toString(), "--made-at", MARCH));

    assertThat(terminal.out())
        .containsPattern("Jul 2017 to Sep 2017, London +published +40 +10 +18 +25.00\\R")
        .containsPattern("everybody +ours +40 +12 +20\\R")
        .doesNotContain("Row 3:")
        .contains("Not explained: 3, 5.");
  }

  @Test
  void causesOfFewPeopleArePutTogetherOtherwise() {
    assertThat(backtest("--made-at", MARCH).out())
        .contains("late convictions, corrected records, linkage  +4.12  withheld")
        .contains("Causes of few people are put together and their people withheld.");
  }

  @Test
  void csvHasARowPerRowOfTheTable() {
    assertThat(backtest("--made-at", MARCH, "--restricted", "--format", "csv").out().lines())
        .hasSize(9)
        .contains(
            "1,2019-06-30-0001,Jul 2017 to Sep 2017,England and Wales,everybody,quarter,2017-07-01,national,EW,total,total,total,different,equal,final,41,42,11,13,19,21,26.83,30.95,4.12,same_snapshot 0.00; late_conviction 4.82; corrected_record -2.41; linkage 1.71; method_change 0.00; offender_mix 0.00,1.73,1.62,-0.11,same_snapshot 0.00; late_conviction -0.11; corrected_record 0.06; linkage -0.06; method_change 0.00; offender_mix 0.00",
            "6,2019-06-30-0001,Jul 2017 to Sep 2017,Yorkshire and the Humber,everybody,quarter,2017-07-01,region,C,total,total,total,nothing_published,nothing_published,,,,,,,,,,,,,,,",
            "8,2019-06-30-0001,Oct 2017 to Dec 2017,England and Wales,everybody,quarter,2017-10-01,national,EW,total,total,total,no_cohort,no_cohort,,40,,12,,20,,30.00,,,,1.67,,,");
  }

  @Test
  void laterRecordsExplainNothingThatWasEarlier() {
    Terminal terminal = backtest("--run", MARCH, "--made-at", JUNE);

    assertThat(terminal.exit()).isEqualTo(2);
    assertThat(terminal.err())
        .contains(
            "Cannot explain by what came later: the table was made at the snapshot of 2019-06-30, and 2019-03-31-0001 is of 2019-03-31.");
  }

  @Test
  void aTableMadeAtTheRunItselfExplainsNothing() {
    Terminal terminal = backtest("--run", JUNE, "--made-at", JUNE);

    assertThat(terminal.exit()).isEqualTo(2);
    assertThat(terminal.err())
        .contains(
            "Cannot explain differences from 2019-06-30-0001 to itself. Whether the table is reproduced there: leave out --made-at.");
  }

  private static String lines(String... lines) {
    return String.join(System.lineSeparator(), lines);
  }

  private static Terminal backtest(String... more) {
    List<String> command =
        new ArrayList<>(List.of("backtest", TABLE.toString(), "--out", out.toString()));
    command.addAll(List.of(more));
    return world.type(command);
  }
}
