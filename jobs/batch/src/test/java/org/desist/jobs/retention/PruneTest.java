// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.FakeStages;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.desist.jobs.Worlds;
import org.desist.jobs.reoffending.ReoffendingRuns;
import org.desist.jobs.reoffending.RunHistory;
import org.desist.jobs.repository.JobsPlace;
import org.desist.method.MethodFile;
import org.desist.method.Retention;
import org.desist.run.EngineKind;
import org.desist.run.Fingerprint;
import org.desist.run.Folders;
import org.desist.run.OutLock;
import org.desist.run.ProgressListener;
import org.desist.run.RunSettings;
import org.desist.run.Versions;
import org.desist.run.WindowKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Retention periods, on runs whose stages are small files. */
class PruneTest {
  private static final Retention LIVES = new Retention(2, 3, 30, 60, 90, 365);

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void name() {
    out = folder.resolve("out");
  }

  @Test
  void versionsAreTheNewestAndTheLastOfEachQuarterForSomeYears() {
    publish("2015-03-31", "2019-01-31", "2019-02-28", "2019-03-31", "2019-04-30", "2019-05-31");

    assertThat(versions(in("2019-06-10")))
        .containsExactly("2015-03-31-0001", "2019-01-31-0001", "2019-02-28-0001");
    // Three years later the quarters have lost their last versions, too.
    assertThat(versions(in("2022-04-01"))).contains("2019-03-31-0001");
    assertThat(versions(in("2022-03-30"))).doesNotContain("2019-03-31-0001");
  }

  @Test
  void whatReadersSeeStaysHoweverOld() throws IOException {
    publish("2015-03-31", "2019-03-31", "2019-04-30", "2019-05-31");
    Files.writeString(out.resolve("current"), "2015-03-31-0001\n");

    List<Item> items =
        PrunePlan.of(out, LIVES, RunHistory.read(JobsPlace.below(out), out), in("2039-06-10"));

    assertThat(items)
        .extracting(Item::name)
        .contains("2019-03-31-0001", "2019-05-31-0001")
        .doesNotContain("2015-03-31-0001");
  }

  @Test
  void aVersionThatABaselineWasBuiltFromStays() throws IOException {
    publish("2015-03-31", "2019-03-31", "2019-04-30", "2019-05-31");
    Path baseline = Files.createDirectories(out.resolve("baselines/old/1"));
    Files.writeString(
        baseline.resolve("manifest.json"),
        "{\"name\": \"old\", \"version\": 1, \"run\": \"2015-03-31-0001\"}");

    assertThat(versions(in("2019-06-10"))).doesNotContain("2015-03-31-0001");
  }

  @Test
  void whatStagesLeftGoesSomeDaysAfterPublicationAndNotWhenTheClockIsPutBack() {
    publish("2019-03-31", "2019-04-30");

    assertThat(runs(after(30))).isEmpty();
    // The quarantine of both has rows, which keeps them twice as long.
    assertThat(runs(after(31))).isEmpty();
    assertThat(runs(after(61))).containsExactly("2019-03-31-0001");
    assertThat(runs(after(-10_000))).isEmpty();
  }

  @Test
  void aRunThatCanBeGoneOnWithStaysUntilItIsOvertaken() {
    publish("2019-03-31");
    RunSettings paused = settings("2019-04-30");
    runs(FakeStages.working()).until("measure").run(paused);
    RunSettings failed = settings("2019-05-31");
    assertThatThrownBy(
            () ->
                runs(FakeStages.trapped(
                        "link",
                        context -> {
                          throw new DesistException(ErrorCode.STORAGE, "Cannot write.");
                        }))
                    .run(failed))
        .hasMessage("Cannot write.");

    assertThat(runs(after(400))).isEmpty();
    publish("2019-06-30");
    assertThat(runs(after(90))).doesNotContain("2019-04-30-0001", "2019-05-31-0001");
    assertThat(runs(after(91))).contains("2019-05-31-0001").doesNotContain("2019-04-30-0001");
  }

  @Test
  void aRequestIsKeptAsLongAsItSaysElseAsLongAsTheMethodSays() throws IOException {
    publish("2019-03-31");
    for (String name : List.of("until-a-day", "for-some-days", "of-before")) {
      Files.createDirectories(out.resolve("requests").resolve(name).resolve("published"));
    }
    LocalDate answered = LocalDate.of(2019, 7, 1);
    Path until = Files.createDirectories(out.resolve("restricted/requests/until-a-day"));
    RequestLives.note(until, answered, LocalDate.of(2019, 8, 1));
    // Where an earlier release had it.
    Path some = Files.createDirectories(out.resolve("requests/.for-some-days"));
    RequestLives.note(some, answered, null);

    assertThat(requests(in("2019-08-01"))).isEmpty();
    assertThat(requests(in("2019-08-02"))).containsExactly("until-a-day");
    assertThat(requests(in("2020-06-30"))).containsExactly("until-a-day");
    assertThat(requests(in("2020-07-01"))).containsExactly("for-some-days", "until-a-day");
  }

  @Test
  void whatIsPrunedIsGoneWrittenDownAndStaysGone() throws IOException {
    publish("2015-03-31", "2019-03-31", "2019-04-30", "2019-05-31");
    Clock clock = in("2019-06-10");
    List<Item> planned =
        PrunePlan.of(out, LIVES, RunHistory.read(JobsPlace.below(out), out), clock);
    List<String> told = new ArrayList<>();

    List<Item> gone =
        new Pruning(out, JobsPlace.below(out), LIVES, clock).run(item -> told.add(item.name()));

    assertThat(gone).isEqualTo(planned).extracting(Item::name).isEqualTo(told);
    assertThat(Versions.below(out).names()).doesNotContain("2015-03-31-0001");
    assertThat(out.resolve(Pruning.LOG))
        .content()
        .containsPattern(
            "2019-06-10T\\S+ version 2015-03-31-0001, \\d+ bytes: not one of the newest 2, and its snapshot is 3 years old or more\\R");
    assertThat(PrunePlan.of(out, LIVES, RunHistory.read(JobsPlace.below(out), out), clock))
        .isEmpty();
    assertThat(SmallWorld.files(out)).noneMatch(file -> file.contains(".pruned-"));
  }

  @Test
  void whatAKilledProcessPutOutOfSightIsCleared() throws IOException {
    publish("2019-03-31");
    Path hidden = out.resolve("versions/.pruned-2015-03-31-0001");
    Files.createDirectories(hidden);
    Files.writeString(hidden.resolve("half"), "x");
    Path judged = Files.createDirectories(out.resolve("runs/.replay-2015-03-31-0001"));

    List<Item> gone =
        new Pruning(out, JobsPlace.below(out), LIVES, in("2019-06-10")).run(item -> {});

    assertThat(gone)
        .extracting(Item::kind, Item::why)
        .containsOnly(
            tuple(
                Item.Kind.LEFTOVER,
                "left by a process that was killed while it deleted or judged here, unless one is at work"));
    assertThat(hidden).doesNotExist();
    assertThat(judged).doesNotExist();
  }

  @Test
  void nothingIsPrunedWhileAnotherIsAtWork() {
    publish("2019-03-31");
    OutLock lock = OutLock.take(out, Clock.systemUTC());
    try {
      assertThatThrownBy(
              () -> new Pruning(out, JobsPlace.below(out), LIVES, in("2039-01-01")).run(item -> {}))
          .isInstanceOfSatisfying(
              DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCKED));
    } finally {
      lock.close();
    }
  }

  @Test
  void aClockFarFromTheNewestPublicationIsDoubted() {
    RunHistory nothing = RunHistory.read(JobsPlace.below(out), out);
    assertThat(ClockDoubt.of(nothing, LocalDate.now(after(9_999)), 400)).isEmpty();
    publish("2019-03-31");
    RunHistory history = RunHistory.read(JobsPlace.below(out), out);

    assertThat(ClockDoubt.of(history, LocalDate.now(after(400)), 400)).isEmpty();
    assertThat(ClockDoubt.of(history, LocalDate.now(after(402)), 400).orElseThrow())
        .contains("days after the newest publication", "and 400 are allowed");
    assertThat(ClockDoubt.of(history, LocalDate.now(after(-1)), 400)).isEmpty();
    assertThat(ClockDoubt.of(history, LocalDate.now(after(-3)), 400).orElseThrow())
        .contains("before the newest publication");
  }

  @Test
  void theCommandRefusesADoubtfulClockUnlessItIsRight() {
    // The terminal's clock stands in 2019, and the runs are of now.
    publish("2019-03-31");
    Terminal terminal = new Terminal(folder, Map.of());

    assertThat(terminal.type("prune", "--out", out.toString())).isEqualTo(2);
    assertThat(terminal.err())
        .contains("Cannot prune: the clock says 2019-07-01, before the newest publication")
        .contains("Nothing was deleted", "--clock-is-right");
    assertThat(terminal.type("prune", "--plan", "--out", out.toString())).isZero();
    assertThat(terminal.err()).contains("The clock may be wrong");
    assertThat(terminal.type("prune", "--clock-is-right", "--out", out.toString())).isZero();
  }

  @Test
  void theCommandPlansWithTheMethodThatIsNamed() throws IOException {
    publish("2015-03-31", "2019-03-31", "2019-04-30", "2019-05-31");
    Path method = folder.resolve("method.yaml");
    Files.writeString(method, "retention:\n  versions_newest: 1\n  versions_quarterly_years: 0\n");
    Terminal terminal = new Terminal(folder, Map.of());

    int exit =
        terminal.type(
            "--log",
            "json",
            "prune",
            "--plan",
            "--out",
            out.toString(),
            "--method",
            method.toString());

    assertThat(exit).isZero();
    assertThat(terminal.out())
        .contains("Would go", "2015-03-31-0001", "2019-04-30-0001")
        .doesNotContain("2019-05-31-0001");
    assertThat(terminal.err()).contains("\"event\":\"would_prune\",\"kind\":\"version\"");
    assertThat(Versions.below(out).names()).hasSize(4);
  }

  @Test
  void livesThatCannotBeAreRefusedAndDoNotChangeTheMethod() throws IOException {
    Path method = folder.resolve("method.yaml");
    Files.writeString(method, "retention:\n  versions_newest: 3\n");
    assertThat(MethodFile.fingerprint(method)).isEqualTo(MethodFile.fingerprint(null));
    Files.writeString(method, "retention:\n  versions_newest: 0\n");

    assertThatThrownBy(() -> MethodFile.read(method))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_METHOD))
        .hasMessageContaining("line 2, retention.versions_newest = 0: it must be at least 1");
  }

  @Test
  void correctionsStayAsLongAsARunOfTheirFilesAndWhenTheHistoryIsForgotten() throws IOException {
    publish("2019-03-31");
    String content =
        Fingerprint.ofFolder(settings("2019-03-31").input().extracts()).substring(0, 16);
    Path mine = Files.createDirectories(out.resolve("corrections/2019-03-31").resolve(content));
    Files.writeString(mine.resolve("rows.csv"), "typed by hand");
    Files.createDirectories(out.resolve("corrections/2015-03-31/0123456789abcdef"));

    assertThat(names(Item.Kind.CORRECTIONS, in("2019-06-10")))
        .containsExactly("2015-03-31/0123456789abcdef");
    Files.move(out.resolve("jobs"), folder.resolve("forgotten"));

    assertThat(names(Item.Kind.CORRECTIONS, in("2019-06-10"))).isEmpty();
  }

  @Test
  void withoutTheHistoryOfTheCurrentRunNothingIsPruned() throws IOException {
    publish("2019-03-31");
    Files.move(out.resolve("jobs"), folder.resolve("forgotten"));
    Terminal terminal = new Terminal(folder, Map.of());

    assertThat(terminal.type("prune", "--out", out.toString())).isEqualTo(2);

    assertThat(terminal.err())
        .contains(
            "BAD_ARGUMENT: Cannot tell how long things are kept: the history does not know run"
                + " 2019-03-31-0001",
            "--jobs or DESIST_JOBS");
  }

  @Test
  void whatAKilledAnswerLeftOfItsPrivateFolderGoesToo() throws IOException {
    publish("2019-03-31");
    Path alone = Files.createDirectories(out.resolve("restricted/requests/halfway/work"));
    Files.setLastModifiedTime(
        alone.getParent(), FileTime.from(Instant.parse("2015-01-01T00:00:00Z")));
    Files.createDirectories(out.resolve("requests/.pruned-gone"));

    assertThat(requests(in("2019-06-10"))).containsExactly("halfway");
  }

  private void publish(String... snapshots) {
    for (String snapshot : snapshots) {
      runs(FakeStages.working()).run(settings(snapshot));
      Path version = out.resolve("versions").resolve(snapshot + "-0001");
      manifest(version, snapshot);
    }
  }

  private static void manifest(Path version, String snapshot) {
    try {
      Files.writeString(
          version.resolve("manifest.json"),
          """
          {"runId": "%s-0001", "snapshot": "%s", "marts": [
            {"name": "quarantine", "folder": "restricted/quarantine", "rows": 3, "hash": ""}]}
          """
              .formatted(snapshot, snapshot));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReoffendingRuns runs(FakeStages stages) {
    return new ReoffendingRuns(
        stages, Clock.systemUTC(), runId -> ProgressListener.silent(), List.of());
  }

  private RunSettings settings(String snapshot) {
    Path extracts = Worlds.extracts(folder.resolve("extracts"), "person\n");
    Folders.create(out);
    return new RunSettings(
        out,
        new RunSettings.SnapshotInput(extracts, LocalDate.parse(snapshot)),
        new RunSettings.CohortChoice(Set.of(WindowKind.QUARTER), null, null),
        RunSettings.NamedFiles.key(null),
        new RunSettings.EngineChoice(EngineKind.duckdb, null, 512, 1));
  }

  private static Clock in(String day) {
    return Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
  }

  /** So many days after these runs, which are of now. */
  private static Clock after(int days) {
    return Clock.offset(Clock.system(ZoneId.systemDefault()), Duration.ofDays(days));
  }

  private List<String> versions(Clock clock) {
    return names(Item.Kind.VERSION, clock);
  }

  private List<String> runs(Clock clock) {
    return names(Item.Kind.RUN, clock);
  }

  private List<String> requests(Clock clock) {
    return names(Item.Kind.REQUEST, clock);
  }

  private List<String> names(Item.Kind kind, Clock clock) {
    return PrunePlan.of(out, LIVES, RunHistory.read(JobsPlace.below(out), out), clock).stream()
        .filter(item -> item.kind() == kind)
        .map(Item::name)
        .toList();
  }
}
