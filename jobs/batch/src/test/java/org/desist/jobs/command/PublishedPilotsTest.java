// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.desist.ProjectFolder;
import org.desist.identity.KeyFile;
import org.desist.jobs.Terminal;
import org.desist.stage.Pipeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The prison pilots: what was published follows from its parts by the software's own arithmetic,
 * and the commands of data-samples/pilots/README.md print what stands there.
 */
class PublishedPilotsTest {
  private static final Path README = ProjectFolder.file("data-samples", "pilots", "README.md");

  @TempDir Path folder;

  private Terminal terminal;

  @BeforeEach
  void open() {
    terminal = new Terminal(folder, Map.of()).with(new Pipeline());
  }

  @Test
  void theFallsOfPeterboroughFollowFromReconvictionsPerHundred() throws IOException {
    int treated = (int) published("peterborough", "cohort 1", "reconvictions_treated_per_100");
    int control = (int) published("peterborough", "cohort 1", "reconvictions_control_per_100");
    double target = published("peterborough", "final", "target_reduction_percent");

    NamedCsvRecord first = matched(treated, control, target);

    assertThat(number(first, "fall_percent"))
        .isCloseTo(published("peterborough", "cohort 1", "reduction_percent"), within(0.05));
    assertThat(first.getField("target_result")).isEqualTo("MET");
    // A single cohort was paid for at ten percent; this one was not.
    assertThat(matched(treated, control, 10).getField("target_result")).isEqualTo("NOT_MET");

    int fall = (int) published("peterborough", "final", "reduction_percent");
    NamedCsvRecord both = matched(100 - fall, 100, target);
    assertThat(number(both, "fall_percent")).isCloseTo(fall, within(1e-9));
    assertThat(both.getField("target_result")).isEqualTo("MET");
  }

  @Test
  void doncasterMeetsItsTargetInTheFirstYearAlone() throws IOException {
    KeyFile.create(folder.resolve("person.key"));

    typeCommandOf("run");

    assertThat(terminal.out().lines())
        .containsSubsequence(outputBelow("Its closing screen ends in").toArray(String[]::new));
    terminal.type(
        "query",
        "select (base_value - observed_value) * 100 as fall, (base_value - target_value) * 100 as"
            + " asked, outcome, result from target_progress where is_due order by cohort_start",
        "--out",
        folder.resolve("doncaster").toString(),
        "--format",
        "csv");
    List<NamedCsvRecord> years = records(terminal.out());
    assertThat(years)
        .map(year -> year.getField("result") + " " + year.getField("outcome"))
        .containsExactly("final MET", "final NOT_MET", "INTERIM ");
    for (NamedCsvRecord year : years) {
      assertThat(-number(year, "asked"))
          .isCloseTo(published("doncaster", "cohort 1", "target_difference_pp"), within(1e-9));
    }
    assertThat(-number(years.get(0), "fall"))
        .isCloseTo(published("doncaster", "cohort 1", "binary_difference_pp"), within(0.05));
    assertThat(-number(years.get(1), "fall"))
        .isCloseTo(published("doncaster", "cohort 2", "binary_difference_pp"), within(0.05));
  }

  @Test
  void peterboroughMeetsSevenAndAHalfPercentAndNotTen() throws IOException {
    typeCommandOf("match");

    assertThat(terminal.out().lines())
        .containsSubsequence(outputBelow("--target-fall 7.5").toArray(String[]::new));
    NamedCsvRecord effect = effect(folder.resolve("peterborough"));
    assertThat(number(effect, "comparison_n")).isBetween(9_300.0, 9_400.0);
    assertThat(number(effect, "fall_percent")).isBetween(7.5, 10.0);
    assertThat(Files.readString(folder.resolve("peterborough/match.json")))
        .contains("\"ratio\" : 10", "\"is_sealed\" : false");
  }

  /** Types a command of the README, with the key and what is written in a folder of its own. */
  private void typeCommandOf(String name) throws IOException {
    String line =
        Files.readAllLines(README).stream()
            .filter(text -> text.startsWith("./desist " + name + " "))
            .findFirst()
            .orElseThrow();
    String[] words =
        Stream.of(line.split(" "))
            .skip(1)
            .map(word -> word.replaceFirst("^var/|^(?=person.key)", folder + "/"))
            .map(word -> word.replaceFirst("^(?=data-samples/)", ProjectFolder.root() + "/"))
            .toArray(String[]::new);
    assertThat(terminal.type(words)).as(terminal.err()).isZero();
  }

  /** The lines of the first block of output below a text of the README, but for blank ones. */
  private static List<String> outputBelow(String text) throws IOException {
    String readme = Files.readString(README);
    String below = readme.substring(readme.indexOf(text));
    int start = below.indexOf("\n\n```\n") + "\n\n```\n".length();
    return below
        .substring(start, below.indexOf("\n```", start))
        .lines()
        .filter(line -> !line.equals("..."))
        .toList();
  }

  /**
   * A hundred people against ten times as many, with so many events per hundred; typed with the
   * spellings that were published first.
   */
  private NamedCsvRecord matched(int treated, int control, double target) throws IOException {
    List<String> rows = new ArrayList<>(List.of("treated,age,events"));
    for (int i = 0; i < 1_100; i++) {
      boolean isTreated = i < 100;
      int events = isTreated ? treated : control;
      int before = i % 100;
      int own = (before + 1) * events / 100 - before * events / 100;
      rows.add((isTreated ? "1," : "0,") + (18 + before % 7) + "," + own);
    }
    Path units = Files.write(folder.resolve("units.csv"), rows);
    Path out = folder.resolve("matched");
    terminal.type(
        ("match --units %s --treatment treated --covariates age --outcomes events --number events --method nearest"
                + " --ratio 10 --target-fall %s --out %s")
            .formatted(units, target, out)
            .split(" "));
    assertThat(terminal.exit()).as(terminal.err()).isZero();
    return effect(out);
  }

  private static NamedCsvRecord effect(Path folder) throws IOException {
    return records(Files.readString(folder.resolve("effects.csv"))).get(0);
  }

  /** A figure of golden/headline_results.csv; a cohort is an entity there. */
  private static double published(String topic, String entity, String measure) {
    try (InputStream file =
        PublishedPilotsTest.class.getResourceAsStream("/golden/headline_results.csv")) {
      return records(new String(file.readAllBytes(), StandardCharsets.UTF_8)).stream()
          .filter(row -> row.getField("topic").equals(topic))
          .filter(row -> row.getField("entity").equals(entity))
          .filter(row -> row.getField("measure").equals(measure))
          .mapToDouble(row -> number(row, "value"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<NamedCsvRecord> records(String csv) {
    return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }
}
