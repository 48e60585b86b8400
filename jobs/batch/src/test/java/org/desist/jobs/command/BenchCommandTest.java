// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.desist.jobs.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void open() {
    terminal = new Terminal(folder, Map.of());
  }

  @Test
  void aStrongEffectIsFoundAndTheTruthCovered() {
    assertThat(effects("--seeds", "12", "--people", "1500", "--effects", "0,-30")).isZero();

    List<List<String>> rows = rows();
    assertThat(rows.get(0)).startsWith("effect", "seeds", "treated");
    assertThat(rows).hasSize(3);
    List<String> none = rows.get(1);
    List<String> strong = rows.get(2);
    assertThat(none.get(0)).isEqualTo("+0");
    assertThat(strong.get(0)).isEqualTo("-30");
    // Those of high risk were sent: the naive comparison makes the programme look harmful.
    assertThat(number(none, 3)).isGreaterThan(4);
    assertThat(Math.abs(number(none, 4))).isLessThan(number(none, 3) / 2);
    assertThat(number(none, 9)).isLessThan(30);
    assertThat(number(strong, 8)).isGreaterThan(70);
    assertThat(number(strong, 9)).isEqualTo(100);
  }

  @Test
  void theSameSeedsGiveTheSameTable() {
    effects("--seeds", "4", "--people", "1500");
    String first = terminal.out();
    effects("--seeds", "4", "--people", "1500");

    assertThat(terminal.out()).isEqualTo(first);
    assertThat(rows()).map(row -> row.get(0)).containsExactly("effect", "+0", "-5", "+5");
  }

  @Test
  void fewAreasWithoutAChangeHaveAnOutcome() {
    assertThat(terminal.type("bench", "limits", "--worlds", "40")).as(terminal.err()).isZero();

    List<List<String>> rows = rows();
    assertThat(rows).map(row -> row.get(0)).containsExactly("world", "DEMO", "NATION", "MIX");
    for (List<String> world : rows.subList(1, 4)) {
      assertThat(world.get(1)).isEqualTo("840");
      assertThat(number(world, 7)).isLessThan(7);
      // One in seven where the baseline is taken as known.
      assertThat(number(world, 9)).isBetween(10.0, 18.0);
    }
  }

  @Test
  void speedIsTimedAndItsDataWritten() throws IOException {
    Path data = folder.resolve("data");

    int exit =
        terminal.type(
            "bench",
            "speed",
            "--rows",
            "4000",
            "--treated",
            "50",
            "--repetitions",
            "1",
            "--to-folder",
            data.toString());

    assertThat(exit).as(terminal.err()).isZero();
    assertThat(terminal.out().lines())
        .hasSize(6)
        .anyMatch(line -> line.contains("design matrix and regression, 4,000 x 60"))
        .anyMatch(line -> line.contains("nearest, without replacement, 50 against 4,000"));
    assertThat(data.resolve("covariates.bin")).hasSize(4000L * 60 * 8);
    assertThat(data.resolve("treated.bin")).hasSize(4000);
    assertThat(Files.readAllLines(data.resolve("coefficients.csv"))).hasSize(62);
    assertThat(Files.readAllLines(data.resolve("speed.csv"))).hasSize(6);
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    assertThat(effects("--seeds", "1")).isEqualTo(2);
    assertThat(terminal.err()).contains("Cannot judge 1 worlds: say --seeds 2 or more.");
    assertThat(effects("--share", "1")).isEqualTo(2);
    assertThat(terminal.err()).contains("Cannot draw 5000 people of whom 1.0 take part");
    assertThat(terminal.type("bench", "speed", "--repetitions", "0")).isEqualTo(2);
    assertThat(terminal.err()).contains("Cannot time that: say --rows 1000 or more");
    assertThat(terminal.type("bench", "limits", "--worlds", "0")).isEqualTo(2);
    assertThat(terminal.err()).contains("Cannot judge 0 worlds: say --worlds 1 or more.");
    assertThat(terminal.type("bench")).isEqualTo(2);
    assertThat(terminal.err())
        .contains("Cannot tell what to measure: say effects, limits or speed.");
  }

  private int effects(String... more) {
    String[] words = new String[more.length + 2];
    words[0] = "bench";
    words[1] = "effects";
    System.arraycopy(more, 0, words, 2, more.length);
    return terminal.type(words);
  }

  private List<List<String>> rows() {
    return terminal.out().lines().map(line -> List.of(line.strip().split(" {2,}", -1))).toList();
  }

  private static double number(List<String> row, int column) {
    return Double.parseDouble(row.get(column));
  }
}
