// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.desist.explain.ExplainRequest;
import org.desist.explain.Explanation;
import org.desist.explain.PersonPath;
import org.desist.jobs.Terminal;
import org.desist.jobs.Worlds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherCommandsTest {
  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void open() {
    terminal = new Terminal(folder, Map.of());
  }

  @Test
  void keysNewMakesAKeyOnce() {
    String file = folder.resolve("person.key").toString();

    assertThat(terminal.type("keys", "new", file)).isZero();
    assertThat(terminal.out()).contains("--key-file " + file);
    assertThat(terminal.type("keys", "new", file)).isEqualTo(2);
    assertThat(terminal.err()).contains("never overwritten");
  }

  @Test
  void keysAloneIsAUsageError() {
    assertThat(terminal.type("keys")).isEqualTo(2);
    assertThat(terminal.err()).contains("say new");
  }

  @Test
  void noCommandIsAUsageError() {
    assertThat(terminal.type()).isEqualTo(2);
    assertThat(terminal.err()).contains("name a command", "desist --help");
  }

  @Test
  void theDemoMakesItsKeyRunsAndShowsTheScreenEveryTime() {
    Worlds.extracts(folder.resolve("data-samples/small-world/extracts"), "person\n");
    String out = folder.resolve("demo").toString();

    assertThat(terminal.type("demo", "--world", "small", "--out", out)).isZero();
    assertThat(terminal.out()).contains("Reoffending by area");
    assertThat(folder.resolve("demo/demo.key")).exists();

    assertThat(terminal.type("demo", "--world", "small", "--out", out)).isZero();
    assertThat(terminal.err()).contains("Nothing to do");
    assertThat(terminal.out()).contains("Reoffending by area");
  }

  @Test
  void theDemoSaysWhereItLooksForSamples() {
    assertThat(
            terminal.type(
                "demo", "--world", "generated", "--out", folder.resolve("demo").toString()))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("generated-5000", "./desist");
  }

  @Test
  void explainLaysOutAPersonsPath() {
    Worlds.extracts(folder.resolve("data-samples/small-world/extracts"), "person\n");
    String out = folder.resolve("demo").toString();
    assertThat(terminal.type("demo", "--world", "small", "--out", out)).isZero();
    List<ExplainRequest> asked = new ArrayList<>();
    Explanation explanation =
        request -> {
          asked.add(request);
          return path();
        };
    terminal.with(explanation);

    int exit =
        terminal.type(
            "explain",
            "--pnc-id",
            "2003/0011985X",
            "--cohort",
            "quarter:2016-01-01",
            "--run",
            "2019-06-30-0001",
            "--key-file",
            "person.key",
            "--out",
            out);

    assertThat(exit).isZero();
    assertThat(asked.get(0).pncId()).isEqualTo("2003/0011985X");
    assertThat(asked.get(0).cohortStart()).isEqualTo(LocalDate.of(2016, 1, 1));
    assertThat(asked.get(0).settings().input().snapshot()).isEqualTo(LocalDate.of(2019, 6, 30));
    assertThat(asked.get(0).folder().root())
        .isEqualTo(folder.resolve("demo/runs").resolve("2019-06-30-0001"));
    assertThat(terminal.out())
        .contains("Cohort: quarter from 2016-01-01")
        .containsPattern("2016-02-03 +custody release +R1 +index +earliest in the window")
        .containsSubsequence(
            "After the index event of 2016-02-03 (custody release R1):",
            "O7",
            "After the index event of 2016-05-04 (conviction E2):",
            "O7",
            "O8",
            "After the index event of 2016-07-05 (caution E3):",
            "No later offence to judge.")
        .containsPattern(
            "O7 +2016-05-01 +2017-09-09 +04600 +Shoplifting +not counted +proven too late")
        .containsPattern("O8 +.* 99999 +\\(unknown code\\) +not counted");
  }

  @Test
  void explainNeverRepeatsTheIdInAnError() {
    int exit =
        terminal.type(
            "explain",
            "--pnc-id",
            "2003/0011985X",
            "--cohort",
            "quarter",
            "--out",
            folder.toString());

    assertThat(exit).isEqualTo(2);
    assertThat(terminal.err())
        .contains("write it like quarter:2016-01-01")
        .doesNotContain("0011985X");
  }

  @Test
  void explainTakesTheIdFromAFileOrFromStandardInput() throws IOException {
    Worlds.extracts(folder.resolve("data-samples/small-world/extracts"), "person\n");
    String out = folder.resolve("demo").toString();
    assertThat(terminal.type("demo", "--world", "small", "--out", out)).isZero();
    List<String> asked = new ArrayList<>();
    terminal
        .with(
            (Explanation)
                request -> {
                  asked.add(request.pncId());
                  return path();
                })
        .reading("  2004/0011985X\n\n");
    Path file = Files.writeString(folder.resolve("id.txt"), "\n2003/0011985X\n");
    List<String> explain = new ArrayList<>(List.of("explain", "--cohort", "quarter:2016-01-01"));
    explain.addAll(List.of("--out", out, "--run", "2019-06-30-0001", "--key-file", "person.key"));

    assertThat(type(explain, "--pnc-id-file", file.toString())).isZero();
    assertThat(type(explain, "--pnc-id-file", "-")).isZero();
    assertThat(asked).containsExactly("2003/0011985X", "2004/0011985X");
    assertThat(type(explain, "--pnc-id-file", "-", "--pnc-id", "2003/0011985X")).isEqualTo(2);
    assertThat(terminal.err()).contains("give one of --pnc-id and --pnc-id-file");
    assertThat(type(explain)).isEqualTo(2);
    assertThat(terminal.err()).contains("--pnc-id-file FILE");
    assertThat(type(explain, "--pnc-id-file", folder.resolve("none").toString())).isEqualTo(2);
    Files.writeString(file, "2003/0011985X\n2004/0011985X\n");
    assertThat(type(explain, "--pnc-id-file", file.toString())).isEqualTo(2);
    assertThat(terminal.err()).contains("it holds 2 lines").doesNotContain("0011985X");
  }

  @Test
  void generatePassesOnWhatWasAsked() {
    List<SampleGenerator.Request> asked = new ArrayList<>();
    SampleGenerator generator =
        (request, progress) -> {
          asked.add(request);
          return request.out().resolve("snapshot-2021-12-31");
        };
    terminal.with(generator);

    int exit =
        terminal.type(
            "generate",
            "--persons",
            "5000",
            "--seed",
            "2016",
            "--to-folder",
            "g",
            "--threads",
            "2");

    assertThat(exit).isZero();
    assertThat(asked)
        .containsExactly(
            new SampleGenerator.Request(
                5000, 2016, LocalDate.of(2021, 12, 31), Path.of("g"), "csv", 2));
    assertThat(terminal.out()).contains("--extracts " + Path.of("g", "snapshot-2021-12-31"));
  }

  @Test
  void generateListsTheParticipantsOfServicesThatAreNamed() {
    List<String> asked = new ArrayList<>();
    terminal.with(
        (request, progress) -> {
          asked.add(request.services() + " " + request.typingErrors());
          return request.out().resolve("snapshot-2021-12-31");
        });
    List<String> world = List.of("generate", "--persons", "50", "--seed", "1", "--to-folder", "g");

    assertThat(type(world, "--participants", "wren-house", "--typing-errors", "0.1")).isZero();
    assertThat(type(world, "--participants")).isZero();
    assertThat(asked).containsExactly("[wren-house] 0.1", "[all] 0.05");
    assertThat(terminal.out()).contains(Path.of("g", "participants-2021-12-31").toString());
    terminal.with(new CareerGenerator());
    assertThat(type(world, "--participants", "nobody")).isEqualTo(2);
    assertThat(terminal.err()).contains("there is no such service. Name one of clear-thinking");
  }

  private int type(List<String> words, String... more) {
    return terminal.type(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void generateNeedsAtLeastOnePerson() {
    assertThat(terminal.type("generate", "--persons", "0", "--seed", "1", "--to-folder", "g"))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("1 or more");
  }

  private static PersonPath path() {
    return new PersonPath(
        List.of(
            new PersonPath.EntryEvent(
                LocalDate.of(2016, 2, 3),
                "CUSTODY_RELEASE",
                "R1",
                "INDEX",
                "earliest in the window"),
            new PersonPath.EntryEvent(
                LocalDate.of(2016, 5, 4), "CONVICTION", "E2", "INDEX", "earliest in the window"),
            new PersonPath.EntryEvent(
                LocalDate.of(2016, 7, 5), "CAUTION", "E3", "INDEX", "earliest in the window")),
        List.of(
            later("2016-02-03", "O7", "04600", "Shoplifting"),
            later("2016-05-04", "O7", "04600", "Shoplifting"),
            later("2016-05-04", "O8", "99999", null)));
  }

  private static PersonPath.LaterOffence later(
      String indexDate, String id, String code, String offenceClass) {
    return new PersonPath.LaterOffence(
        LocalDate.parse(indexDate),
        id,
        LocalDate.of(2016, 5, 1),
        LocalDate.of(2017, 9, 9),
        code,
        offenceClass,
        "NOT_COUNTED",
        "proven too late");
  }
}
