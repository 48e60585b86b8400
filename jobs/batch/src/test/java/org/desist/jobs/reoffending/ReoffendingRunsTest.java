// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.FakeStages;
import org.desist.jobs.Worlds;
import org.desist.jobs.repository.JobDatabase;
import org.desist.jobs.repository.JobsPlace;
import org.desist.run.ProgressListener;
import org.desist.run.RunObserver;
import org.desist.run.RunRecord;
import org.desist.run.RunSettings;
import org.desist.run.RunStatus;
import org.desist.run.StageFactory;
import org.desist.run.Versions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

class ReoffendingRunsTest {
  private static final String FIRST = "2019-06-30-0001";
  private static final String SECOND = "2019-06-30-0002";
  private static final String RESULT =
      "person\ningest\nstore\nlink\ncohort\nmeasure\nbaseline\ndisclose\nguard\npublish\n";

  @TempDir Path folder;
  private Path extracts;
  private Path out;
  private RunSettings settings;

  @BeforeEach
  void writeExtracts() {
    extracts = Worlds.extracts(folder.resolve("extracts"), "person\n");
    out = folder.resolve("out");
    settings = Worlds.settings(extracts, out);
  }

  @Test
  void runsEveryStageInOrderAndPublishesLast() {
    RunOutcome outcome = runs(FakeStages.working()).run(settings);

    assertThat(outcome).isEqualTo(new RunOutcome(FIRST, RunOutcome.Kind.STARTED));
    assertThat(worked()).isEqualTo(FakeStages.NAMES);
    assertThat(Versions.below(out).current()).contains(FIRST);
    assertThat(result(FIRST)).isEqualTo(RESULT);
    assertThat(history().run(FIRST).status()).isEqualTo(RunStatus.FINISHED);
  }

  @Test
  void theSameAgainDoesNothing() {
    runs(FakeStages.working()).run(settings);

    RunOutcome outcome = runs(FakeStages.working()).run(settings);

    assertThat(outcome).isEqualTo(new RunOutcome(FIRST, RunOutcome.Kind.ALREADY_DONE));
    assertThat(worked()).hasSize(FakeStages.NAMES.size());
    assertThat(history().runs()).hasSize(1);
  }

  @Test
  void engineThreadsAndMemoryDoNotMakeItAnotherRun() {
    runs(FakeStages.working()).run(settings);

    RunOutcome outcome = runs(FakeStages.working()).run(Worlds.settings(extracts, out, "spark", 8));

    assertThat(outcome.kind()).isEqualTo(RunOutcome.Kind.ALREADY_DONE);
  }

  @Test
  void otherContractsMakeAnotherRunAndOtherWordsForThemDoNot() throws IOException {
    runs(FakeStages.working()).run(settings);
    Path contracts = Files.createDirectories(folder.resolve("contracts"));
    Path file = contracts.resolve("a.yaml");
    String text =
        "{provider: C02, title: North, years: [{name: one, from: 2016-04-01, to: 2017-03-31}]}";
    Files.writeString(file, text);
    RunSettings paying = Worlds.paying(extracts, out, contracts);

    assertThat(runs(FakeStages.working()).run(paying))
        .isEqualTo(new RunOutcome(SECOND, RunOutcome.Kind.STARTED));
    assertThat(history().run(SECOND).settings().files().contracts()).isEqualTo(contracts);
    Files.writeString(file, "# Signed.\n" + text);
    assertThat(runs(FakeStages.working()).run(paying).kind())
        .isEqualTo(RunOutcome.Kind.ALREADY_DONE);
    Files.writeString(file, text.replace("North", "South"));
    assertThat(runs(FakeStages.working()).run(paying).kind()).isEqualTo(RunOutcome.Kind.STARTED);
    Files.writeString(file, text.replace("C02", "c02"));
    assertThatThrownBy(() -> runs(FakeStages.working()).run(paying))
        .hasMessageContaining("a.yaml line 1, provider = c02")
        .extracting(e -> ((DesistException) e).code())
        .isEqualTo(ErrorCode.BAD_CONTRACT_FILE);
  }

  @Test
  void aResumedRunKeepsItsContracts() throws IOException {
    Path contracts = Files.createDirectories(folder.resolve("contracts"));
    Files.writeString(
        contracts.resolve("a.yaml"),
        "{provider: C02, title: North, years: [{name: one, from: 2016-04-01, to: 2017-03-31}]}");
    StageFactory failing = FakeStages.trapped("cohort", context -> fail(ErrorCode.STORAGE));
    assertThatThrownBy(() -> runs(failing).run(Worlds.paying(extracts, out, contracts)))
        .hasMessage("Cannot do it: STORAGE.");
    Path[] seen = new Path[1];
    StageFactory watching =
        FakeStages.trapped("cohort", context -> seen[0] = context.settings().files().contracts());

    runs(watching).resume(out, FIRST, null, null);

    assertThat(seen[0]).isEqualTo(contracts);
  }

  @Test
  void againRedoesItUnderANewName() {
    runs(FakeStages.working()).run(settings);

    RunOutcome outcome = runs(FakeStages.working()).runAgain(settings);

    assertThat(outcome).isEqualTo(new RunOutcome(SECOND, RunOutcome.Kind.STARTED));
    assertThat(worked()).hasSize(2 * FakeStages.NAMES.size());
    assertThat(result(SECOND)).isEqualTo(result(FIRST));
    assertThat(Versions.below(out).current()).contains(SECOND);
    assertThat(runs(FakeStages.working()).run(settings))
        .isEqualTo(new RunOutcome(SECOND, RunOutcome.Kind.ALREADY_DONE));
  }

  @Test
  void otherFilesUnderTheSameDateAreAnotherRun() {
    runs(FakeStages.working()).run(settings);
    Worlds.extracts(extracts, "mended person\n");

    RunOutcome outcome = runs(FakeStages.working()).run(settings);

    assertThat(outcome).isEqualTo(new RunOutcome(SECOND, RunOutcome.Kind.STARTED));
    assertThat(result(SECOND)).startsWith("mended person\n");
  }

  @Test
  void aRunThatFailsHalfWayKeepsWhatWasDoneAndGoesOnFromThere() {
    StageFactory failing = FakeStages.trapped("cohort", context -> fail(ErrorCode.STORAGE));
    assertThatThrownBy(() -> runs(failing).run(settings))
        .isInstanceOf(DesistException.class)
        .hasMessage("Cannot do it: STORAGE.");
    assertThat(worked()).containsExactly("ingest", "store", "link", "cohort");
    assertThat(out.resolve("runs/" + FIRST + "/link/MANIFEST.json")).exists();
    assertThat(out.resolve("runs/" + FIRST + "/cohort/MANIFEST.json")).doesNotExist();
    assertThat(Versions.below(out).current()).isEmpty();
    assertThat(history().run(FIRST).status()).isEqualTo(RunStatus.FAILED);
    assertThat(history().run(FIRST).last().error()).isEqualTo("STORAGE");

    RunOutcome outcome = runs(FakeStages.working()).run(settings);

    assertThat(outcome).isEqualTo(new RunOutcome(FIRST, RunOutcome.Kind.RESUMED));
    assertThat(worked())
        .containsExactly(
            "ingest",
            "store",
            "link",
            "cohort",
            "cohort",
            "measure",
            "baseline",
            "disclose",
            "guard",
            "publish");
    assertThat(result(FIRST)).isEqualTo(RESULT);
    assertThat(history().run(FIRST).last().steps())
        .extracting(RunRecord.Step::status)
        .containsExactly("kept", "kept", "kept", "done", "done", "done", "done", "done", "done");
  }

  @Test
  void aFailedPublicationLeavesThePublishedVersionAlone() {
    runs(FakeStages.working()).run(settings);
    StageFactory failing = FakeStages.trapped("publish", context -> fail(ErrorCode.STORAGE));

    assertThatThrownBy(() -> runs(failing).runAgain(settings)).isInstanceOf(DesistException.class);

    assertThat(Versions.below(out).current()).contains(FIRST);
    assertThat(Versions.below(out).names()).containsExactly(FIRST);
  }

  @Test
  void aRefusedRunIsReadAgainFromTheStart() {
    StageFactory refusing = FakeStages.trapped("store", context -> fail(ErrorCode.VOLUME));
    assertThatThrownBy(() -> runs(refusing).run(settings)).isInstanceOf(DesistException.class);
    assertThat(history().run(FIRST).status()).isEqualTo(RunStatus.REFUSED);
    assertThat(out.resolve("runs/" + FIRST + "/ingest/rows")).exists();

    RunOutcome outcome = runs(FakeStages.working()).run(settings);

    assertThat(outcome).isEqualTo(new RunOutcome(FIRST, RunOutcome.Kind.RESUMED));
    assertThat(worked()).startsWith("ingest", "store", "ingest", "store");
    assertThat(result(FIRST)).isEqualTo(RESULT);
  }

  @Test
  void resumesARunByItsName() {
    StageFactory failing = FakeStages.trapped("measure", context -> fail(ErrorCode.ENGINE));
    assertThatThrownBy(() -> runs(failing).run(settings)).isInstanceOf(DesistException.class);

    RunOutcome outcome = runs(FakeStages.working()).resume(out, FIRST, null, null);

    assertThat(outcome).isEqualTo(new RunOutcome(FIRST, RunOutcome.Kind.RESUMED));
    assertThat(result(FIRST)).isEqualTo(RESULT);
    assertThat(runs(FakeStages.working()).resume(out, FIRST, null, null).kind())
        .isEqualTo(RunOutcome.Kind.ALREADY_DONE);
  }

  @Test
  void whatTheRepositoryLeftInDoubtGoesOnInANewInstanceAndKeepsItsStatus() {
    StageFactory failing = FakeStages.trapped("measure", context -> fail(ErrorCode.ENGINE));
    assertThatThrownBy(() -> runs(failing).run(settings)).isInstanceOf(DesistException.class);
    try (JobDatabase database = JobDatabase.open(JobsPlace.below(out), out)) {
      JobExecution last = lastExecution(database, 0);
      last.setStatus(BatchStatus.UNKNOWN);
      database.repository().update(last);
    }

    assertThat(runs(FakeStages.working()).run(settings))
        .isEqualTo(new RunOutcome(FIRST, RunOutcome.Kind.RESUMED));

    assertThat(result(FIRST)).isEqualTo(RESULT);
    assertThat(history().run(FIRST).attempts()).hasSize(2);
    assertThat(runs(FakeStages.working()).run(settings).kind())
        .isEqualTo(RunOutcome.Kind.ALREADY_DONE);
    try (JobDatabase database = JobDatabase.open(JobsPlace.below(out), out)) {
      assertThat(lastExecution(database, 0).getStatus()).isEqualTo(BatchStatus.UNKNOWN);
      assertThat(lastExecution(database, 1).getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }
  }

  /** The last execution of an instance, by the number of its repeat. */
  private static JobExecution lastExecution(JobDatabase database, long again) {
    return database.repository().findJobInstances(database.job()).stream()
        .map(database.repository()::getLastJobExecution)
        .filter(execution -> execution.getJobParameters().getLong(RunParameters.AGAIN) == again)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void doesNotResumeOnOtherFiles() {
    StageFactory failing = FakeStages.trapped("measure", context -> fail(ErrorCode.ENGINE));
    assertThatThrownBy(() -> runs(failing).run(settings)).isInstanceOf(DesistException.class);
    Worlds.extracts(extracts, "other person\n");

    assertThatThrownBy(() -> runs(FakeStages.working()).resume(out, FIRST, null, null))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_ARGUMENT))
        .hasMessageContaining("have changed since");
  }

  @Test
  void doesNotResumeWhatNeverRan() {
    assertThatThrownBy(() -> runs(FakeStages.working()).resume(out, "2019-06-30-0009", null, null))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_RUN))
        .hasMessageContaining("2019-06-30-0009");
    assertThat(out).doesNotExist();
  }

  @Test
  void runsAnewWhenTheVersionHasBeenRemoved() throws IOException {
    runs(FakeStages.working()).run(settings);
    Files.move(out.resolve("versions").resolve(FIRST), folder.resolve("removed"));

    RunOutcome outcome = runs(FakeStages.working()).run(settings);

    assertThat(outcome).isEqualTo(new RunOutcome(SECOND, RunOutcome.Kind.STARTED));
    assertThat(result(SECOND)).isEqualTo(RESULT);
  }

  @Test
  void whatALibrarySaysAboutARowIsNotKept() throws IOException {
    StageFactory failing =
        FakeStages.trapped(
            "link",
            context -> {
              throw new IllegalStateException("cannot cast 'Ada Example 1980-02-29'");
            });

    assertThatThrownBy(() -> runs(failing).run(settings))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
        .hasMessageNotContaining("Ada Example")
        .hasRootCauseMessage("cannot cast 'Ada Example 1980-02-29'");
    assertThat(history().run(FIRST).last().message()).contains("IllegalStateException");
    byte[] repository = Files.readAllBytes(out.resolve("jobs/repository.mv.db"));
    assertThat(new String(repository, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("Ada Example");
  }

  @Test
  void aSecondRunIsRefusedWhileOneIsAtWork() {
    StageFactory nested =
        FakeStages.trapped(
            "store",
            context ->
                assertThatThrownBy(() -> runs(FakeStages.working()).run(settings))
                    .isInstanceOfSatisfying(
                        DesistException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCKED))
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--out"));

    runs(nested).run(settings);

    assertThat(worked()).hasSize(FakeStages.NAMES.size());
  }

  private static void fail(ErrorCode code) {
    throw new DesistException(code, "Cannot do it: " + code + ".");
  }

  private ReoffendingRuns runs(StageFactory factory) {
    return runs(factory, List.of());
  }

  private static ReoffendingRuns runs(StageFactory factory, List<RunObserver> observers) {
    return new ReoffendingRuns(
        factory, Clock.systemUTC(), runId -> ProgressListener.silent(), observers);
  }

  private RunHistory history() {
    return RunHistory.read(JobsPlace.below(out), out);
  }

  private List<String> worked() {
    try {
      return Files.readAllLines(out.resolve("worked"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String result(String runId) {
    try {
      return Files.readString(out.resolve("versions").resolve(runId).resolve("rows"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
