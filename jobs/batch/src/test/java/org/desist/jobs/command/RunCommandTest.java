// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.identity.KeyFile;
import org.desist.jobs.FakeStages;
import org.desist.jobs.Terminal;
import org.desist.jobs.Worlds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {
  private static final String FIRST = "2019-06-30-0001";

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

  @Test
  void endsInTheClosingScreen() {
    int exit = run();

    assertThat(exit).isZero();
    assertThat(terminal.err()).contains("Run " + FIRST, "ingest   2 rows", "publish  2 rows");
    assertThat(terminal.out())
        .contains("What arrived", "Rejected rows and warnings", "Who is in it")
        .contains("Reoffending by area", "Where it is", "Ask more");
  }

  @Test
  void theSameAgainSaysSoInOneLineAndDoesNothing() {
    run();

    int exit = run();

    assertThat(exit).isZero();
    assertThat(terminal.err().lines())
        .containsExactly(
            "Nothing to do: run %s did exactly this and is published. Redo it with --again."
                .formatted(FIRST));
    assertThat(terminal.out()).isEmpty();

    // A scheduler has to know which run that is.
    assertThat(run("--log", "json")).isZero();
    assertThat(terminal.err())
        .contains("\"event\":\"nothing_to_do\",\"run\":\"%s\"".formatted(FIRST));
  }

  @Test
  void againRedoesIt() {
    run();

    assertThat(run("--again")).isZero();
    assertThat(terminal.err()).contains("Run 2019-06-30-0002");
  }

  @ParameterizedTest
  @CsvSource({"BAD_ARGUMENT,2", "VOLUME,3", "BAD_METHOD,4", "BAD_KEY,5", "STORAGE,6", "INTERNAL,1"})
  void theExitCodeIsThatOfTheErrorsType(ErrorCode code, int expected) {
    terminal.with(
        FakeStages.trapped(
            "store",
            context -> {
              throw new DesistException(code, "Cannot do it. Do that.");
            }));

    int exit = run();

    assertThat(exit).isEqualTo(expected);
    assertThat(terminal.err())
        .contains("error " + code + ": Cannot do it. Do that.")
        .doesNotContain("\tat ");
  }

  @Test
  void aFaultOfTheSoftwareLeavesItsTraceInAFile() throws IOException {
    terminal.with(
        FakeStages.trapped(
            "store",
            context -> {
              throw new IllegalStateException("Ada Example");
            }));

    int exit = run();

    assertThat(exit).isEqualTo(1);
    assertThat(terminal.err())
        .contains("a fault of the software (IllegalStateException)", "errors.log")
        .doesNotContain("Ada Example", "\tat ");
    assertThat(Files.readString(out.resolve("errors.log")))
        .contains("2019-07-01T02:03:04Z", "\tat org.desist.jobs.FakeStages");
  }

  @Test
  void debugShowsTheTrace() {
    terminal.with(
        FakeStages.trapped(
            "store",
            context -> {
              throw new DesistException(ErrorCode.STORAGE, "Cannot do it.");
            }));

    run("--debug");

    assertThat(terminal.err()).contains("\tat org.desist.jobs.command.RunCommandTest");
  }

  @Test
  void refusesWithoutAKeyAndSaysHowToMakeOne() {
    int exit =
        terminal.type(
            "run", "--extracts", extracts + "", "--snapshot", "2019-06-30", "--out", out + "");

    assertThat(exit).isEqualTo(5);
    assertThat(terminal.err()).contains("error NO_KEY", "desist keys new FILE");
    // Nothing but the page that says so.
    assertThat(out).isDirectoryContaining(entry -> entry.endsWith("pages"));
    assertThat(out.toFile().list()).hasSize(1);
  }

  @Test
  void takesTheKeyFromTheEnvironment() {
    Terminal other = new Terminal(folder, Map.of("DESIST_KEY_FILE", key.toString()));

    int exit =
        other.type(
            "run", "--extracts", extracts + "", "--snapshot", "2019-06-30", "--out", out + "");

    assertThat(exit).isZero();
  }

  @Test
  void anEmptyVariableNamesNoKey() {
    Terminal other = new Terminal(folder, Map.of("DESIST_KEY_FILE", ""));

    int exit =
        other.type(
            "run", "--extracts", extracts + "", "--snapshot", "2019-06-30", "--out", out + "");

    assertThat(exit).isEqualTo(5);
    assertThat(other.err()).contains("no key file was named");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    int exit =
        terminal.type(
            "run", "--extracts", folder + "/none", "--snapshot", "2019-06-30", "--out", out + "");

    assertThat(exit).isEqualTo(2);
    assertThat(terminal.err()).contains("there is no folder", "--extracts DIR");
  }

  @Test
  void refusesADateThatIsNone() {
    int exit = terminal.type("run", "--extracts", extracts + "", "--snapshot", "2019-02-29");

    assertThat(exit).isEqualTo(2);
    assertThat(terminal.err())
        .contains("'2019-02-29' is not a date", "See: desist run --help")
        .doesNotContain("java.time");
  }

  @Test
  void refusesBoundsTheWrongWayRoundAndUnknownWindows() {
    assertThat(run("--from", "2017-01-01", "--to", "2016-01-01")).isEqualTo(2);
    assertThat(terminal.err()).contains("--from 2017-01-01 with --to 2016-01-01");

    assertThat(run("--window", "month")).isEqualTo(2);
    assertThat(terminal.err()).contains("quarter, year, four_quarters, all");

    assertThat(run("--accept", "PARSE")).isEqualTo(2);
    assertThat(terminal.err()).contains("--accept");
  }

  @Test
  void jsonLogsAreAnEventALineWithRunAndStep() throws IOException {
    assertThat(run("--log", "json")).isZero();

    List<JsonNode> events = new ArrayList<>();
    for (String line : terminal.err().lines().toList()) {
      events.add(new ObjectMapper().readTree(line));
    }
    assertThat(events)
        .anySatisfy(
            event -> {
              assertThat(event.path("event").asText()).isEqualTo("finished");
              assertThat(event.path("run").asText()).isEqualTo(FIRST);
              assertThat(event.path("step").asText()).isEqualTo("cohort");
              assertThat(event.path("summary").asText()).isEqualTo("2 rows");
              assertThat(event.path("time").asText()).isEqualTo("2019-07-01T02:03:04Z");
            });
    assertThat(events.get(events.size() - 1).path("event").asText()).isEqualTo("published");
  }

  @Test
  void jsonErrorsCarryCodeTypeAndExit() throws IOException {
    int exit = run("--log", "json", "--window", "month");

    JsonNode error = new ObjectMapper().readTree(terminal.err());
    assertThat(exit).isEqualTo(2);
    assertThat(error.path("event").asText()).isEqualTo("error");
    assertThat(error.path("code").asText()).isEqualTo("BAD_ARGUMENT");
    assertThat(error.path("type").asText()).isEqualTo("USAGE");
    assertThat(error.path("exit").asInt()).isEqualTo(2);
  }

  @Test
  void aStoppedRunIsListedShownAndResumed() {
    terminal.with(
        FakeStages.trapped(
            "link",
            context -> {
              throw new DesistException(ErrorCode.ENGINE, "Cannot reach the master.");
            }));
    assertThat(run()).isEqualTo(6);

    assertThat(terminal.type("runs", "--out", out + "")).isZero();
    assertThat(terminal.out()).containsPattern(FIRST + " +2019-06-30 +quarter +duckdb +failed .*");

    assertThat(terminal.type("show", FIRST, "--out", out + "")).isZero();
    assertThat(terminal.out())
        .containsPattern("store +done")
        .containsPattern("link +failed")
        .contains("ENGINE: Cannot reach the master.", "desist resume " + FIRST);

    terminal.with(FakeStages.working());
    assertThat(terminal.type("resume", FIRST, "--out", out + "")).isZero();
    assertThat(terminal.err()).contains("Run " + FIRST + " resumes where it stopped");

    terminal.type("runs", "--out", out + "");
    assertThat(terminal.out()).containsPattern(FIRST + " .* finished .* current");
  }

  @Test
  void anUnknownRunIsAUsageError() {
    run();

    assertThat(terminal.type("show", "2019-06-30-0042", "--out", out + "")).isEqualTo(2);
    assertThat(terminal.err()).contains("error UNKNOWN_RUN", "2019-06-30-0042", "desist runs");
  }

  @Test
  void withoutRunsTheListSaysSo() {
    assertThat(terminal.type("runs", "--out", out + "")).isZero();
    assertThat(terminal.out()).contains("No runs yet");
    assertThat(out).doesNotExist();
  }

  private int run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--extracts",
                extracts + "",
                "--snapshot",
                "2019-06-30",
                "--out",
                out + "",
                "--key-file",
                key + ""));
    arguments.addAll(List.of(more));
    return terminal.type(arguments.toArray(String[]::new));
  }
}
