// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.runpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.identity.KeyFile;
import org.desist.jobs.FakeStages;
import org.desist.jobs.Terminal;
import org.desist.jobs.Worlds;
import org.desist.jobs.repository.JobsPlace;
import org.desist.run.RunRecord;
import org.desist.run.RunStatus;
import org.desist.stage.Pipeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page for every end a run can come to, stages being small. */
class RunPageTest {
  private static final String FIRST = "2019-06-30-0001";
  private static final String UNSTARTED = "2019-06-30-unstarted";

  @TempDir Path folder;
  private Path extracts;
  private Path out;
  private Path key;
  private Terminal terminal;

  @BeforeEach
  void writeExtracts() {
    extracts = Worlds.extracts(folder.resolve("extracts"), "person\n");
    out = folder.resolve("out");
    key = folder.resolve("person.key");
    KeyFile.create(key);
    terminal = new Terminal(folder, Map.of());
  }

  private int run(String... more) {
    List<String> command = new ArrayList<>(List.of("run", "--out", out.toString()));
    command.addAll(List.of("--extracts", extracts.toString(), "--snapshot", "2019-06-30"));
    command.addAll(List.of("--key-file", key.toString(), "--threads", "1"));
    command.addAll(List.of(more));
    return terminal.type(command.toArray(String[]::new));
  }

  private RunPage page(String name) {
    return RunPages.below(out).read(name).orElseThrow();
  }

  private String html(String name) {
    try {
      return Files.readString(out.resolve("pages").resolve(name + ".html"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aPublishedRunHasAPage() {
    run();

    RunPage page = page(FIRST);
    assertThat(page.state()).isEqualTo("finished");
    assertThat(page.published()).isEqualTo("current");
    assertThat(page.failure()).isNull();
    assertThat(page.arrived())
        .extracting(RunPage.Arrival::resource)
        .containsExactly("pnc_event", "pnc_offence");
    assertThat(page.stages()).extracting(RunPage.Timing::stage).isEqualTo(FakeStages.NAMES);
    assertThat(page.next()).containsExactly(new RunPage.Step("Nothing has to be done.", ""));
    assertThat(page("latest")).isEqualTo(page);
    assertThat(html("latest")).isEqualTo(html(FIRST)).contains("<h1><bdi>Run " + FIRST, "finished");
  }

  @ParameterizedTest
  @CsvSource({
    "VOLUME, refused, 3, --accept VOLUME",
    "GUARD, refused, 3, desist resume 2019-06-30-0001",
    "TOO_MANY_REJECTS, refused, 3, desist run --extracts",
    "BAD_BASELINE, failed, 4, desist run --extracts",
    "NO_KEY, failed, 5, desist resume 2019-06-30-0001",
    "ENGINE, failed, 6, desist resume 2019-06-30-0001",
    "STORAGE, failed, 6, desist resume 2019-06-30-0001",
    "INTERNAL, failed, 1, desist resume 2019-06-30-0001"
  })
  void aRunThatFailsHasAPageThatSaysHowToGoOn(
      ErrorCode code, String state, int exit, String command) {
    terminal.with(
        FakeStages.trapped(
            "link",
            context -> {
              throw new DesistException(code, "Cannot do <it>.");
            }));

    assertThat(run()).isEqualTo(exit);

    RunPage page = page("latest");
    assertThat(page.name()).isEqualTo(FIRST);
    assertThat(page.state()).isEqualTo(state);
    assertThat(page.published()).isEqualTo("no");
    assertThat(page.failure()).isEqualTo(new RunPage.Failure(code.name(), exit, "Cannot do <it>."));
    assertThat(page.next().get(0).command()).contains(command);
    assertThat(page.stages())
        .extracting(RunPage.Timing::status)
        .containsExactly("done", "done", "failed");
    assertThat(html("latest")).contains("Cannot do &lt;it&gt;.", code.name());
  }

  @Test
  void theNextAttemptReplacesIt() {
    terminal.with(
        FakeStages.trapped(
            "link",
            context -> {
              throw new DesistException(ErrorCode.ENGINE, "Cannot reach the master.");
            }));
    run();
    terminal.with(FakeStages.working());

    terminal.type("resume", FIRST, "--out", out.toString());

    assertThat(page(FIRST).state()).isEqualTo("finished");
    assertThat(page(FIRST).attempts()).extracting(RunPage.Attempt::number).containsExactly(1, 2);
    assertThat(page(FIRST).stages().get(0).status()).isEqualTo("kept");
  }

  @Test
  void aStageThatWasKeptShowsTheTimeItOnceTook() {
    LocalDateTime night = LocalDateTime.of(2019, 7, 1, 2, 0);
    RunRecord run =
        new RunRecord(
            FIRST,
            Worlds.settings(extracts, out),
            RunStatus.PAUSED,
            List.of(
                attempt(1, night, new RunRecord.Step("ingest", "done", Duration.ofSeconds(12))),
                attempt(
                    2,
                    night.plusMinutes(1),
                    new RunRecord.Step("ingest", "kept", Duration.ZERO),
                    new RunRecord.Step("store", "done", Duration.ofSeconds(3)))));

    assertThat(RunPageBuilder.of(out, run, JobsPlace.below(out)).stages())
        .containsExactly(
            new RunPage.Timing("ingest", "kept", "12 s"),
            new RunPage.Timing("store", "done", "3.0 s"));
  }

  private static RunRecord.Attempt attempt(
      int number, LocalDateTime started, RunRecord.Step... steps) {
    return new RunRecord.Attempt(number, started, Duration.ofSeconds(15), null, "", List.of(steps));
  }

  @Test
  void aTableThatWasCutOffWhileItWasWrittenLeavesAPageWithoutIt() throws IOException {
    terminal.with(
        FakeStages.trapped(
            "link",
            context -> {
              throw new DesistException(ErrorCode.ENGINE, "Cannot reach the master.");
            }));
    run();
    Path quarantine = Files.createDirectories(out.resolve("runs/" + FIRST + "/store/quarantine"));
    Files.writeString(quarantine.resolve("part-00000.parquet"), "PAR1 cut");
    Path guards = Files.createDirectories(out.resolve("runs/" + FIRST + "/store/_guard"));
    Files.writeString(guards.resolve("part-00000.parquet"), "PAR1 cut");

    assertThat(terminal.type("show", FIRST, "--out", out.toString())).isZero();
    assertThat(terminal.out()).contains("What arrived", "pnc_event");
    assertThat(terminal.type("runs", "--out", out.toString())).isZero();
  }

  @Test
  void theCommandToGoOnNamesTheHistoryWhenItIsElsewhere() {
    String jobs = folder.resolve("jobs").toString();

    run("--until", "link", "--jobs", jobs);

    assertThat(page(FIRST).next().get(0).command())
        .isEqualTo("desist resume %s --out %s --jobs %s".formatted(FIRST, out, jobs));
    assertThat(terminal.err())
        .contains("Go on with: desist resume %s --out %s --jobs %s".formatted(FIRST, out, jobs));
  }

  @Test
  void whileItIsAtWorkThePageSaysSo() {
    List<String> states = new ArrayList<>();
    terminal.with(FakeStages.trapped("measure", context -> states.add(page(FIRST).state())));

    run();

    assertThat(states).containsExactly("running");
  }

  @Test
  void aPausedRunSaysHowToGoOn() {
    run("--until", "link");

    assertThat(page(FIRST).state()).isEqualTo("paused");
    assertThat(page(FIRST).next().get(0).command())
        .isEqualTo("desist resume %s --out %s".formatted(FIRST, out));
  }

  @Test
  void withoutExtractsThereIsAPage() throws IOException {
    Files.delete(extracts.resolve("pnc_person.csv"));
    Files.delete(extracts);

    assertThat(run()).isEqualTo(2);

    assertThat(page(UNSTARTED).state()).isEqualTo("unstarted");
    assertThat(page(UNSTARTED).failure().code()).isEqualTo("BAD_ARGUMENT");
    assertThat(page("latest")).isEqualTo(page(UNSTARTED));
    assertThat(html(UNSTARTED)).contains("The run did not start", "there is no folder");
  }

  @Test
  void withoutAKeyThereIsAPage() throws IOException {
    Files.delete(key);

    assertThat(run()).isEqualTo(5);

    assertThat(page(UNSTARTED).failure().code()).isEqualTo("NO_KEY");
    assertThat(page(UNSTARTED).next().get(0).when()).isEqualTo("When the key is there:");
  }

  @Test
  void withFaultyExemptionsThereIsAPage() throws IOException {
    Path file = Files.writeString(folder.resolve("exemptions.yaml"), "exemptions:\n - {}\n");

    assertThat(run("--exemptions", file.toString())).isEqualTo(4);

    assertThat(page(UNSTARTED).failure().code()).isEqualTo("BAD_EXEMPTIONS");
    assertThat(page(UNSTARTED).failure().message()).contains("line 2", "guard is missing");
  }

  @Test
  void withAMethodThatCannotBeReadThereIsAPage() throws IOException {
    Path method = Files.writeString(folder.resolve("method.yaml"), "lunch: 12\n");
    terminal.with(new Pipeline());

    assertThat(run("--method", method.toString())).isEqualTo(4);

    assertThat(page(UNSTARTED).failure().code()).isEqualTo("BAD_METHOD");
    assertThat(page(UNSTARTED).made()).contains(new RunPage.Fact("method", "cannot be read"));
  }

  @Test
  void whileAnotherRunIsAtWorkThePageOfThatRunStaysTheLatest() {
    List<String> latest = new ArrayList<>();
    List<String> second = new ArrayList<>();
    Terminal other = new Terminal(folder, Map.of());
    terminal.with(
        FakeStages.trapped(
            "cohort",
            context -> {
              other.type(
                  "run",
                  "--out",
                  out.toString(),
                  "--extracts",
                  extracts.toString(),
                  "--snapshot",
                  "2019-06-30",
                  "--key-file",
                  key.toString());
              latest.add(page("latest").name());
              second.add(page(UNSTARTED).failure().code());
            }));

    run();

    assertThat(latest).containsExactly(FIRST);
    assertThat(second).containsExactly("LOCKED");
  }

  @Test
  void aPageThatCannotBeWrittenIsToldAndTheRunGoesOn() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("pages"), "in the way");

    assertThat(run()).isZero();

    assertThat(terminal.err()).contains("The run page could not be written. Cannot create");
    assertThat(terminal.err()).doesNotContain("error");
  }

  @Test
  void theSamePageIsShownInThreeForms() {
    run();

    terminal.type("show", FIRST, "--out", out.toString());
    assertThat(terminal.out())
        .contains("Run        " + FIRST, "What to do", "What arrived", "Stages", "Asked for");
    terminal.type("show", "--out", out.toString(), "--format", "json");
    assertThat(terminal.out()).contains("\"name\" : \"" + FIRST + "\"", "\"state\" : \"finished\"");
    terminal.type("show", "--out", out.toString(), "--format", "html");
    assertThat(terminal.out()).startsWith("<!DOCTYPE html>").contains("<h1><bdi>Run " + FIRST);
  }

  @Test
  void aRunThatNeverBeganCanBeShown() throws IOException {
    Files.delete(key);
    run();

    assertThat(terminal.type("show", UNSTARTED, "--out", out.toString())).isZero();

    assertThat(terminal.out()).contains("unstarted", "NO_KEY: Cannot", "desist run --extracts");
  }

  @Test
  void runsAreListedAsJson() {
    run();

    terminal.type("runs", "--out", out.toString(), "--format", "json");

    assertThat(terminal.out())
        .contains("\"run\" : \"" + FIRST + "\"", "\"published\" : \"current\"");
  }
}
