// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desist.difference.OlderVersion;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.desist.run.RunFolder;
import org.desist.run.Versions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command over three real versions of data-samples/two-snapshots. */
class BridgeCommandTest {
  private static final Path SAMPLE =
      SmallWorld.extracts().getParent().resolveSibling("two-snapshots");
  private static final String MARCH = "2019-03-31-0001";
  private static final String JUNE = "2019-06-30-0001";
  private static final String OTHER_METHOD = "2019-06-30-0002";
  private static final String LONDON =
      "geography_type = 'region' and geography_code = 'J' and breakdown = 'total'";

  @TempDir static Path folder;
  private static SmallWorld world;
  private static Path out;
  private Terminal terminal;

  @BeforeAll
  static void publish() {
    world = SmallWorld.in(folder);
    out = folder.resolve("out");
    publish("2019-03-31");
    publish("2019-06-30");
    publish("2019-06-30", "--method", SAMPLE.resolve("method.yaml").toString());
  }

  private static void publish(String snapshot, String... more) {
    List<String> cohort = new ArrayList<>(List.of("--from", "2017-07-01", "--to", "2017-07-01"));
    cohort.addAll(List.of(more));
    Path extracts = SAMPLE.resolve("snapshot-" + snapshot);
    Terminal run = world.type(world.run(out, extracts, snapshot, cohort.toArray(String[]::new)));
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void everyCauseIsShownWithItsPeopleToThoseWhoMaySeeThem() {
    assertThat(bridge(MARCH, OTHER_METHOD, "--restricted", "--where", LONDON)).isZero();

    assertThat(terminal.out().lines().limit(14))
        .containsExactly(
            "From 2019-03-31-0001: snapshot 2019-03-31, method moj-2017",
            "to   2019-06-30-0002: snapshot 2019-06-30, method moj-2017-with-failure-to-surrender",
            "",
            "quarter from 2017-07-01, region J, everybody",
            "",
            " Reoffending rate, per cent of offenders         people",
            " 2019-03-31-0001, provisional             25.00      40",
            "   late convictions                       +5.00       2",
            "   corrected records                      -2.50       1",
            "   linkage                                +1.78       1",
            "   method change                          +2.50       1",
            "   offender mix                           +0.72       3",
            " 2019-06-30-0002, final                   32.50      40",
            " moved by                                 +7.50");
  }

  @Test
  void otherwiseCausesOfFewPeopleArePutTogether() {
    assertThat(bridge(MARCH, JUNE, "--where", LONDON)).isZero();

    assertThat(terminal.out())
        .contains("late convictions, corrected records, linkage, offender mix  +5.00  withheld")
        .contains("Causes of few people are put together and their people withheld.");
  }

  @Test
  void theNationIsBridgedWhenNothingIsAskedFor() {
    assertThat(bridge(MARCH, JUNE)).isZero();

    assertThat(terminal.out()).contains("quarter from 2017-07-01, national EW, everybody");
  }

  @Test
  void csvHasARowPerStep() {
    bridge(JUNE, OTHER_METHOD, "--restricted", "--format", "csv", "--places", "4");

    String cell = "2019-06-30-0001,2019-06-30-0002,quarter,2017-07-01,national,EW,total,total,";
    assertThat(terminal.out().lines().limit(8))
        .containsExactly(
            "from_run,to_run,cohort_window,cohort_start,geography_type,geography_code,breakdown,category,measure,step,value,people,people_status",
            cell + "reoffending_rate,from,30.9524,42,ok",
            cell + "reoffending_rate,late_conviction,0.0000,0,ok",
            cell + "reoffending_rate,corrected_record,0.0000,0,ok",
            cell + "reoffending_rate,linkage,0.0000,0,ok",
            cell + "reoffending_rate,method_change,2.3809,1,ok",
            cell + "reoffending_rate,offender_mix,0.0000,0,ok",
            cell + "reoffending_rate,to,33.3333,42,ok");
  }

  @Test
  void jsonSaysWhatIsWithheldAndGoesToAFile(@TempDir Path answers) throws IOException {
    Path file = answers.resolve("bridge.json");

    bridge(MARCH, JUNE, "--format", "json", "--to-file", file.toString(), "--where", LONDON);

    assertThat(terminal.out()).isEmpty();
    JsonNode rows = new ObjectMapper().readTree(Files.readString(file));
    assertThat(rows.get(2).path("step").asText())
        .isEqualTo("late_conviction+corrected_record+linkage+offender_mix");
    assertThat(rows.get(2).path("people").isNull()).isTrue();
    assertThat(rows.get(2).path("people_status").asText()).isEqualTo("suppressed");
    assertThat(rows.get(2).path("value").decimalValue()).isEqualByComparingTo("5");
  }

  @Test
  void aFigureThatIsWithheldIsNotBridgedUnlessAskedForRestricted() {
    String women = "geography_type = 'national' and (category = 'F' or breakdown = 'total')";

    assertThat(bridge(MARCH, JUNE, "--where", women)).isZero();
    assertThat(terminal.out()).doesNotContain("sex F");
    assertThat(terminal.err())
        .contains("Not bridged: quarter from 2017-07-01, national EW, sex F: its rate is withheld");

    assertThat(bridge(MARCH, JUNE, "--restricted", "--where", women)).isZero();
    assertThat(terminal.out()).contains("national EW, sex F");
  }

  @Test
  void noMoreThanTwentyFiguresAtATime() {
    assertThat(bridge(MARCH, JUNE, "--restricted", "--where", "true")).isEqualTo(2);
    assertThat(terminal.err()).containsPattern("figures at a time: at most 20.*--where");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true) union all select 1 from reoffending_rate where (true",
        "true) order by (1",
        "true) limit (1",
        "true) group by (sex",
        "true; drop view reoffending_rate",
        "true); attach 'x.db",
        "",
        "no_such_column = 1",
        "exists (select * from read_csv('/etc/hostname'))",
        "exists (select * from cohort_member)"
      })
  void aConditionIsOneExpressionThatReads(String condition) {
    assertThat(bridge(MARCH, JUNE, "--where", condition)).isEqualTo(2);
    assertThat(terminal.err()).startsWith("error BAD_QUERY: Cannot ");
  }

  @Test
  void aConditionMayEndInAComment() {
    assertThat(bridge(MARCH, JUNE, "--where", LONDON + " -- London")).isZero();
  }

  @Test
  void aCohortThatOnlyOneVersionHasCannotBeBridged() {
    assertThat(bridge(MARCH, JUNE, "--where", "cohort_start = date '2017-10-01'")).isEqualTo(2);
    assertThat(terminal.err()).contains("no row that is asked for has a rate in both versions");
  }

  @Test
  void otherMartsCannotBeBridged() {
    assertThat(bridge(MARCH, JUNE, "--mart", "attrition")).isEqualTo(2);
    assertThat(terminal.err()).contains("the mart attrition", "only reoffending_rate");
  }

  @Test
  void aRunMustBeThere() {
    assertThat(bridge(MARCH, "2019-06-30-0042")).isEqualTo(2);
    assertThat(terminal.err()).contains("UNKNOWN_RUN", "2019-06-30-0042", "desist runs");
  }

  @Test
  void timeGoesOneWay() {
    assertThat(bridge(JUNE, MARCH)).isEqualTo(2);
    assertThat(terminal.err()).contains("back in time", "Swap --from and --to");
    assertThat(bridge(JUNE, JUNE)).isEqualTo(2);
    assertThat(terminal.err()).contains("to itself");
  }

  @Test
  void placesHaveLimits() {
    assertThat(bridge(MARCH, JUNE, "--places", "10")).isEqualTo(2);
    assertThat(terminal.err()).contains("from 0 to 9");
    assertThat(bridge(MARCH, JUNE, "--places", "0", "--where", LONDON)).isZero();
    assertThat(terminal.out()).contains(" 25 ", " +5 ", " 30 ");
  }

  @Test
  void aRunWhoseStagesAreGoneCannotBeBridged() {
    publish("2019-03-31", "--again");
    RunFolder.of(out, "2019-03-31-0002").discard();

    assertThat(bridge("2019-03-31-0002", JUNE)).isEqualTo(2);
    assertThat(terminal.err()).contains("RUN_PRUNED", "has been removed", "--again");
  }

  @Test
  void aVersionOfBeforeAColumnAndABreakdownIsBridgedAndCompared(@TempDir Path copies) {
    Path old = SmallWorld.copy(out, copies.resolve("out"));
    Path version = Versions.below(old).folder(MARCH);
    OlderVersion.without("segment", version, "restricted/cohort_member");
    OlderVersion.without("prosecutor", RunFolder.of(old, MARCH).stage("store"), "pnc_offence");
    for (String area : List.of("published", "restricted")) {
      OlderVersion.rewrite(
          "select * exclude (reoffence_events) from written where breakdown <> 'segment'",
          version,
          area + "/reoffending_rate");
    }

    assertThat(bridge(old, MARCH, OTHER_METHOD, "--restricted", "--where", LONDON)).isZero();
    // As with every column: one that came later explains nothing.
    assertThat(terminal.out().lines().skip(6).limit(8))
        .containsExactly(
            " 2019-03-31-0001, provisional             25.00      40",
            "   late convictions                       +5.00       2",
            "   corrected records                      -2.50       1",
            "   linkage                                +1.78       1",
            "   method change                          +2.50       1",
            "   offender mix                           +0.72       3",
            " 2019-06-30-0002, final                   32.50      40",
            " moved by                                 +7.50");
    assertThat(terminal.err())
        .contains(
            "Not compared: pnc_offence.prosecutor, which only " + OTHER_METHOD + " has.",
            "Not compared: cohort_member.segment, which only " + OTHER_METHOD + " has.",
            "Not compared: reoffending_rate.reoffence_events, which only " + OTHER_METHOD);

    assertThat(
            bridge(
                old,
                MARCH,
                JUNE,
                "--restricted",
                "--where",
                "geography_type = 'national' and breakdown in ('total', 'segment')"))
        .isZero();
    assertThat(terminal.err())
        .containsPattern("Not bridged: \\d+ rows that only " + JUNE + " has.");

    terminal = world.type(List.of("diff", MARCH, JUNE, "--out", old.toString()));
    assertThat(terminal.exit()).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains("Only in " + JUNE + ": published.reoffending_rate.reoffence_events.");
    terminal = world.type(List.of("diff", JUNE, MARCH, "--out", old.toString(), "--restricted"));
    assertThat(terminal.out()).contains("restricted.cohort_member.segment");
  }

  @Test
  void aRunWithOtherBytesThanWereWrittenCannotBeBridged(@TempDir Path copies) throws IOException {
    Path damaged = SmallWorld.copy(out, copies.resolve("out"));
    Path file =
        RunFolder.of(damaged, JUNE).stage("link").resolve("person").resolve("part-00000.parquet");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.delete(file);
    Files.write(file, bytes);

    assertThat(bridge(damaged, MARCH, JUNE)).isEqualTo(6);
    assertThat(terminal.err())
        .contains(
            "STORAGE: Cannot tell why figures of " + JUNE + " moved: the stage link is damaged");
  }

  private int bridge(String from, String to, String... more) {
    return bridge(out, from, to, more);
  }

  private int bridge(Path folder, String from, String to, String... more) {
    List<String> command = new ArrayList<>(List.of("bridge", from, to));
    command.addAll(List.of("--out", folder.toString()));
    command.addAll(List.of(more));
    terminal = world.type(command);
    return terminal.exit();
  }
}
