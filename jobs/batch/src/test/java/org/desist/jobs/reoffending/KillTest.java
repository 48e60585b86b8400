// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.Child;
import org.desist.jobs.FakeStages;
import org.desist.jobs.Worlds;
import org.desist.jobs.repository.JobsPlace;
import org.desist.run.ProgressListener;
import org.desist.run.RunStatus;
import org.desist.run.Versions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills a process in the middle of a stage, as {@code kill -9} does, and goes on with its run. */
class KillTest {
  private static final String RUN = "2019-06-30-0001";
  private static final String RESULT = "person\n" + String.join("\n", FakeStages.NAMES) + "\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ingest",
        "store",
        "link",
        "cohort",
        "measure",
        "baseline",
        "disclose",
        "guard",
        "publish"
      })
  void aRunKilledInAStageGoesOnWithThatStage(String stage) throws Exception {
    Path extracts = Worlds.extracts(folder.resolve("extracts"), "person\n");
    Path out = folder.resolve("out");

    try (Child child = start(extracts, out, stage)) {
      awaitStage(child, out, stage);
      child.kill();
    }

    assertThat(Versions.below(out).current()).isEmpty();
    assertThat(RunHistory.read(JobsPlace.below(out), out).run(RUN).status())
        .isEqualTo(RunStatus.STOPPED);
    assertThat(runs().run(Worlds.settings(extracts, out)))
        .isEqualTo(new RunOutcome(RUN, RunOutcome.Kind.RESUMED));
    int before = FakeStages.NAMES.indexOf(stage);
    List<String> worked = Files.readAllLines(out.resolve("worked"));
    assertThat(worked).hasSize(FakeStages.NAMES.size() + 1);
    assertThat(worked.subList(before, before + 2)).containsExactly(stage, stage);
    assertThat(out.resolve("versions").resolve(RUN).resolve("rows")).hasContent(RESULT);
    assertThat(RunHistory.read(JobsPlace.below(out), out).run(RUN).status())
        .isEqualTo(RunStatus.FINISHED);
  }

  @Test
  void aLivingRunKeepsOthersOutAndADeadOneDoesNot() throws Exception {
    Path extracts = Worlds.extracts(folder.resolve("extracts"), "person\n");
    Path out = folder.resolve("out");
    try (Child child = start(extracts, out, "link")) {
      awaitStage(child, out, "link");

      assertThatThrownBy(() -> runs().run(Worlds.settings(extracts, out)))
          .isInstanceOfSatisfying(
              DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCKED))
          .hasMessageContaining("process " + child.pid());
      assertThat(RunHistory.read(JobsPlace.below(out), out).run(RUN).status())
          .isEqualTo(RunStatus.RUNNING);
    }

    assertThat(runs().run(Worlds.settings(extracts, out)).kind())
        .isEqualTo(RunOutcome.Kind.RESUMED);
  }

  private static ReoffendingRuns runs() {
    return new ReoffendingRuns(
        FakeStages.working(), Clock.systemUTC(), runId -> ProgressListener.silent(), List.of());
  }

  private static Child start(Path extracts, Path out, String stage) {
    return Child.java(
        out.resolveSibling("child.log"),
        StuckMain.class,
        List.of(extracts.toString(), out.toString(), stage));
  }

  private static void awaitStage(Child child, Path out, String stage) throws Exception {
    child.await(stage, () -> Files.exists(out.resolve("stuck-in-" + stage)));
  }
}
