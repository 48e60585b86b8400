// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.FakeStages;
import org.desist.jobs.Worlds;
import org.desist.jobs.repository.JobsPlace;
import org.desist.run.AttemptEnd;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;
import org.desist.run.RunObserver;
import org.desist.run.RunRecord;
import org.desist.run.RunSettings;
import org.desist.run.RunStatus;
import org.desist.run.StageEnd;
import org.desist.run.StageFactory;
import org.desist.run.Versions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go as far as they are asked, and what observers are told of them. */
class PauseTest {
  private static final String RUN = "2019-06-30-0001";

  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Path out;
  private RunSettings settings;

  @BeforeEach
  void writeExtracts() {
    out = folder.resolve("out");
    settings = Worlds.settings(Worlds.extracts(folder.resolve("extracts"), "person\n"), out);
  }

  @Test
  void pausesAfterTheStageItWasAskedFor() {
    RunOutcome outcome = runs(FakeStages.working()).until("link").run(settings);

    assertThat(outcome).isEqualTo(new RunOutcome(RUN, RunOutcome.Kind.PAUSED));
    assertThat(worked()).containsExactly("ingest", "store", "link");
    assertThat(Versions.below(out).current()).isEmpty();
    RunRecord run = RunHistory.read(JobsPlace.below(out), out).latest();
    assertThat(run.status()).isEqualTo(RunStatus.PAUSED);
    assertThat(run.last().took()).isNotNull();
  }

  @Test
  void goesOnStageByStageWithTheSameCommandAndWorksNoneTwice() {
    for (String stage : FakeStages.NAMES) {
      runs(FakeStages.working()).until(stage).run(settings);
    }

    assertThat(worked()).isEqualTo(FakeStages.NAMES);
    assertThat(Versions.below(out).current()).contains(RUN);
    assertThat(RunHistory.read(JobsPlace.below(out), out).run(RUN).attempts())
        .hasSize(FakeStages.NAMES.size());
    assertThat(runs(FakeStages.working()).run(settings).kind())
        .isEqualTo(RunOutcome.Kind.ALREADY_DONE);
  }

  @Test
  void goesOnToTheEndWhenItIsResumedByName() {
    runs(FakeStages.working()).until("ingest").run(settings);

    RunOutcome outcome = runs(FakeStages.working()).resume(out, RUN, null, null);

    assertThat(outcome).isEqualTo(new RunOutcome(RUN, RunOutcome.Kind.RESUMED));
    assertThat(worked()).isEqualTo(FakeStages.NAMES);
  }

  @Test
  void refusesAStageThatDoesNotExist() {
    assertThatThrownBy(() -> runs(FakeStages.working()).until("lunch").run(settings))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_ARGUMENT))
        .hasMessageStartingWith("Cannot run until 'lunch': the stages are ingest, store, link,");
  }

  @Test
  void observersAreToldOfEachAttemptAndStage() {
    StageFactory failing =
        FakeStages.trapped(
            "store",
            context -> {
              throw new DesistException(ErrorCode.STORAGE, "Cannot do it.");
            });
    assertThatThrownBy(() -> runs(failing).run(settings)).hasMessage("Cannot do it.");
    runs(FakeStages.working()).until("store").run(settings);

    assertThat(told)
        .containsExactly(
            "attempt 1",
            "ingest begins",
            "ingest DONE null",
            "store begins",
            "store FAILED Cannot do it.",
            "FAILED Cannot do it.",
            "attempt 2",
            "ingest begins",
            "ingest KEPT null",
            "store begins",
            "store DONE null",
            "PAUSED null");
  }

  @Test
  void anObserverThatFailsIsNotedAndFailsNothing() {
    RunObserver broken = new Broken();

    new ReoffendingRuns(
            FakeStages.working(), Clock.systemUTC(), runId -> noting(), List.of(broken, telling()))
        .run(settings);

    assertThat(Versions.below(out).current()).contains(RUN);
    assertThat(notes)
        .contains("Broken could not do its part (IllegalStateException); the run goes on");
    assertThat(told).contains("attempt 1", "FINISHED null");
  }

  private static final class Broken implements RunObserver {
    @Override
    public void attemptStarted(RunContext context, List<RunRecord.Attempt> earlier) {
      throw new IllegalStateException("Ada Example");
    }
  }

  private ReoffendingRuns runs(StageFactory factory) {
    return new ReoffendingRuns(
        factory, Clock.systemUTC(), runId -> ProgressListener.silent(), List.of(telling()));
  }

  private RunObserver telling() {
    return new RunObserver() {
      @Override
      public void attemptStarted(RunContext context, List<RunRecord.Attempt> earlier) {
        told.add("attempt " + (earlier.size() + 1));
      }

      @Override
      public void stageStarted(RunContext context, String stage) {
        told.add(stage + " begins");
      }

      @Override
      public void stageEnded(RunContext context, StageEnd end) {
        told.add(end.stage() + " " + end.outcome() + " " + message(end.failure()));
      }

      @Override
      public void attemptEnded(RunContext context, AttemptEnd end) {
        told.add(end.outcome() + " " + message(end.failure()));
      }
    };
  }

  private static String message(DesistException failure) {
    return failure == null ? null : failure.getMessage();
  }

  private ProgressListener noting() {
    return new ProgressListener() {
      @Override
      public void started(String stage, long total, String unit) {}

      @Override
      public void advanced(String stage, long done) {}

      @Override
      public void finished(String stage, String summary) {}

      @Override
      public void note(String text) {
        notes.add(text);
      }
    };
  }

  private List<String> worked() {
    try {
      return Files.readAllLines(out.resolve("worked"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
