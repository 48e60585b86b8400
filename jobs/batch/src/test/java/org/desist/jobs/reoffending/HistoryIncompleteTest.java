// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.FakeStages;
import org.desist.jobs.SampleMarts;
import org.desist.jobs.Worlds;
import org.desist.jobs.repository.JobsPlace;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;
import org.desist.run.RunSettings;
import org.desist.run.RunStatus;
import org.desist.run.Versions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up once readers see the version fails its history alone. */
class HistoryIncompleteTest {
  private static final String RUN = "2019-06-30-0001";

  @TempDir Path folder;

  @Test
  void whatIsPublishedIsSaidToBeAndTheSameRunCompletesTheHistory() {
    Path out = folder.resolve("out");
    RunSettings settings =
        Worlds.settings(Worlds.extracts(folder.resolve("extracts"), "person\n"), out);

    assertThatThrownBy(
            () -> runs(FakeStages.trapped("publish", HistoryIncompleteTest::fill)).run(settings))
        .isInstanceOfSatisfying(
            DesistException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.HISTORY_INCOMPLETE))
        .hasMessage(
            "Published; history incomplete: the version %s is whole and readers see it, but its run could not be finished. Cannot write: no room. The same run, or a resume of %s, completes its history."
                .formatted(RUN, RUN));
    assertThat(Versions.below(out).current()).contains(RUN);
    assertThat(ErrorCode.HISTORY_INCOMPLETE.type().exitCode()).isEqualTo(6);

    assertThat(runs(FakeStages.working()).run(settings).kind()).isEqualTo(RunOutcome.Kind.RESUMED);
    assertThat(RunHistory.read(JobsPlace.below(out), out).run(RUN).status())
        .isEqualTo(RunStatus.FINISHED);
  }

  private static void fill(RunContext context) {
    SampleMarts.write(context.versions().draft(context.runId()));
    context.versions().publish(context.runId());
    throw new DesistException(ErrorCode.STORAGE, "Cannot write: no room.");
  }

  private static ReoffendingRuns runs(FakeStages stages) {
    return new ReoffendingRuns(
        stages, Clock.systemUTC(), run -> ProgressListener.silent(), List.of());
  }
}
