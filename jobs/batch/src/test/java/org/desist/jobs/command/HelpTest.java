// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.desist.jobs.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "run",
        "query",
        "payment",
        "compare",
        "intake",
        "synthesis",
        "explain",
        "backtest",
        "bridge",
        "match",
        "compare",
        "bench",
        "bench effects",
        "bench limits",
        "bench speed",
        "generate",
        "baseline",
        "baseline build",
        "baseline import",
        "baseline list",
        "baseline show",
        "method",
        "keys",
        "keys new",
        "runs",
        "show",
        "current",
        "diff",
        "resume",
        "replay",
        "backfill",
        "corrections",
        "prune",
        "check",
        "completion"
      })
  void everyCommandHelpsWithAnExample(String command) {
    Terminal terminal = new Terminal(folder, Map.of());

    int exit = terminal.type((command + " --help").strip().split(" "));

    assertThat(exit).isZero();
    assertThat(terminal.out())
        .contains("Usage: desist " + command)
        .containsPattern("Examples?:\\R  desist " + command);
    assertThat(terminal.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "run --extract x, --extracts",
    "query --formt=csv, --format",
    "query --to x.csv, --to-file",
    "qurey x, query",
    "baseline imoprt, import",
  })
  void somethingWrittenWronglyNamesTheNearest(String typed, String meant) {
    Terminal terminal = new Terminal(folder, Map.of());

    assertThat(terminal.type(typed.split(" "))).isEqualTo(2);
    assertThat(terminal.err()).contains("Did you mean " + meant + "?");
  }

  @Test
  void whatIsLikeNothingNamesNothing() {
    Terminal terminal = new Terminal(folder, Map.of());

    assertThat(terminal.type("frobnicate")).isEqualTo(2);
    assertThat(terminal.err()).doesNotContain("Did you mean");
  }

  @Test
  void helpOfACommandIsThereByTheWordToo() {
    Terminal terminal = new Terminal(folder, Map.of());

    assertThat(terminal.type("help", "run")).isZero();
    assertThat(terminal.out()).contains("Usage: desist run");
  }

  @Test
  void aShellCanCompleteEveryCommand() {
    Terminal terminal = new Terminal(folder, Map.of());

    assertThat(terminal.type("completion")).isZero();
    assertThat(terminal.out())
        .contains("complete -F _complete_desist -o default desist", "--extracts", "backfill");
  }

  @Test
  void theManualPageHasEveryCommandAndNothingThatManWouldTakeForARequest() {
    Terminal terminal = new Terminal(folder, Map.of());

    assertThat(terminal.type("completion", "--man")).isZero();
    assertThat(terminal.out())
        .startsWith(".TH DESIST 1 ")
        .contains(
            ".SS desist baseline build",
            "\n\\fB\\-\\-extracts\\fR \\fIDIR\\fR\nFolder of the snapshot's files.\n",
            "\n.EX\n  desist completion > ~/.desist\\-completion\n");
    assertThat(terminal.out().lines().filter(line -> line.startsWith(".") || line.startsWith("'")))
        .allMatch(line -> line.matches("\\.(TH|SH|SS|B|PP|TP|EX|EE)( .*)?"));
  }

  @Test
  void namesEveryCommandAndExitCode() {
    Terminal terminal = new Terminal(folder, Map.of());

    terminal.type("--help");

    assertThat(terminal.out())
        .contains(
            "demo",
            "run",
            "query",
            "payment",
            "compare",
            "intake",
            "synthesis",
            "explain",
            "bridge",
            "match",
            "compare",
            "generate",
            "baseline",
            "keys",
            "runs",
            "show",
            "diff",
            "resume")
        .contains("Exit codes: 0 done, 2 wrong usage, 3 data refused");
  }

  @Test
  void tellsItsVersion() {
    Terminal terminal = new Terminal(folder, Map.of());

    assertThat(terminal.type("--version")).isZero();
    assertThat(terminal.out()).startsWith("desist ");
  }
}
