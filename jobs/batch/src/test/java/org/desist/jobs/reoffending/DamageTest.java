// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.desist.run.ProgressListener;
import org.desist.run.RunSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that change where nobody should change them. */
class DamageTest {
  private static final String RUN = "2019-06-30-0001";

  @TempDir Path folder;
  private Path out;
  private RunSettings settings;
  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void writeExtracts() {
    out = folder.resolve("out");
    settings = Worlds.settings(Worlds.extracts(folder.resolve("extracts"), "person\n"), out);
  }

  @Test
  void aStageWithAFileCutOffIsDoneAgainWithThoseAfterIt() throws IOException {
    failIn("measure");
    Files.writeString(out.resolve("runs").resolve(RUN).resolve("link").resolve("rows"), "half");

    runs(FakeStages.working()).run(settings);

    assertThat(notes)
        .contains(
            "link is damaged (rows has 4 bytes where 25 were written): it and what follows are done"
                + " again",
            "store was complete already and is kept")
        .doesNotContain("cohort was complete already and is kept");
    assertThat(Files.readAllLines(out.resolve("worked")))
        .endsWith("link", "cohort", "measure", "baseline", "disclose", "guard", "publish")
        .hasSize(12);
  }

  @Test
  void aFileThatIsGoneIsMissed() throws IOException {
    failIn("measure");
    Files.delete(out.resolve("runs").resolve(RUN).resolve("cohort").resolve("rows"));

    runs(FakeStages.working()).run(settings);

    assertThat(notes)
        .contains("cohort is damaged (rows is gone): it and what follows are done again");
  }

  @Test
  void extractsThatChangeWhileTheyAreReadAreRefused() {
    Path file = settings.input().extracts().resolve("pnc_person.csv");
    FakeStages changing = FakeStages.trapped("ingest", context -> write(file, "pers"));

    assertThatThrownBy(() -> runs(changing).run(settings))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREADABLE))
        .hasMessage(
            "Cannot trust what was read: %s changed under the run. Let the delivery end, or restore the file, then run again."
                .formatted(file));

    write(file, "person\n");
    assertThat(runs(FakeStages.working()).run(settings))
        .isEqualTo(new RunOutcome(RUN, RunOutcome.Kind.RESUMED));
  }

  @Test
  void oneFolderOfHistoriesKeepsTheRunsOfTwoOutputFoldersApart() {
    JobsPlace shared = JobsPlace.of(folder.resolve("jobs").toString(), null, null);
    RunSettings other = Worlds.settings(settings.input().extracts(), folder.resolve("other"));

    assertThat(runs(FakeStages.working()).keptIn(shared).run(settings).runId()).isEqualTo(RUN);
    assertThat(runs(FakeStages.working()).keptIn(shared).run(other))
        .isEqualTo(new RunOutcome(RUN, RunOutcome.Kind.STARTED));

    assertThat(out.resolve("jobs")).doesNotExist();
    assertThat(RunHistory.read(shared, out).runs()).hasSize(1);
    assertThat(RunHistory.read(shared, other.out()).latest().settings().out())
        .isEqualTo(other.out());
  }

  private void failIn(String stage) {
    FakeStages failing =
        FakeStages.trapped(
            stage,
            context -> {
              throw new DesistException(ErrorCode.ENGINE, "Cannot go on.");
            });
    assertThatThrownBy(() -> runs(failing).run(settings)).hasMessage("Cannot go on.");
  }

  private ReoffendingRuns runs(FakeStages stages) {
    return new ReoffendingRuns(stages, Clock.systemUTC(), run -> new Notes(notes), List.of());
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps what is noted. */
  private record Notes(List<String> texts) implements ProgressListener {
    @Override
    public void started(String stage, long total, String unit) {}

    @Override
    public void advanced(String stage, long done) {}

    @Override
    public void finished(String stage, String summary) {}

    @Override
    public void note(String text) {
      texts.add(text);
    }
  }
}
