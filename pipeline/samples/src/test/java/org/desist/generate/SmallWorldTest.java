// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.desist.ProjectFolder;
import org.desist.generate.WrittenIdentity.WrittenPncId;
import org.desist.storage.FileDigest;
import org.junit.jupiter.api.Test;

/** The hand-made world hangs together: extracts, expectations and the table that explains them. */
class SmallWorldTest {
  private static final Path WORLD = ProjectFolder.file("data-samples", "small-world");

  @Test
  void everyPersonIsExplained() throws IOException {
    String readme = Files.readString(WORLD.resolve("README.md"));
    for (NamedCsvRecord row : extract("pnc_person")) {
      String serial = row.getField("pnc_id").substring(0, 12);
      assertThat(readme).contains("| " + serial);
    }
    for (NamedCsvRecord row : expected("cohort_member")) {
      assertThat(readme).contains("| " + row.getField("pnc_id") + " |");
    }
  }

  @Test
  void everyExpectedMemberIsAPersonWithARightCheckLetter() {
    Set<String> persons = new HashSet<>();
    extract("pnc_person").forEach(row -> persons.add(row.getField("pnc_id")));
    assertThat(expected("cohort_member"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              String id = row.getField("pnc_id");
              WrittenPncId parsed =
                  new WrittenPncId(
                      Integer.parseInt(id.substring(0, 4)), Integer.parseInt(id.substring(5, 12)));
              assertThat(persons).contains(id);
              assertThat(parsed.longForm()).isEqualTo(id);
            });
  }

  @Test
  void everyReleaseAndCaseHasAnExpectedLinkUnlessItIsRefused() {
    Set<String> delivered = new HashSet<>();
    extract("prison_release").forEach(row -> delivered.add(row.getField("release_id")));
    extract("probation_case").forEach(row -> delivered.add(row.getField("case_id")));
    delivered.removeAll(Set.of("R171X", "C172X"));
    Set<String> linked = new HashSet<>();
    expected("person_link").forEach(row -> linked.add(row.getField("id")));
    assertThat(linked).isEqualTo(delivered);
  }

  @Test
  void noResourceHasTooManyRefusedRows() {
    Map<String, Set<String>> refused = new HashMap<>();
    for (NamedCsvRecord row : expected("quarantine")) {
      refused
          .computeIfAbsent(row.getField("resource"), key -> new HashSet<>())
          .add(row.getField("line"));
    }
    assertThat(refused).hasSize(6);
    refused.forEach(
        (resource, lines) ->
            assertThat(lines.size() * 20).isLessThanOrEqualTo(lineCount(resource)));
  }

  @Test
  void theControlFileHolds() throws IOException {
    for (NamedCsvRecord row : GeneratedWorld.read(WORLD.resolve("extracts/control.csv"))) {
      Path file = WORLD.resolve("extracts").resolve(row.getField("resource") + ".csv");
      assertThat(row.getField("sha256")).isEqualTo(FileDigest.of(file));
    }
  }

  /** Lines below the header; more than rows where a quoted value has two lines. */
  private static int lineCount(String resource) {
    try {
      return Files.readAllLines(WORLD.resolve("extracts/" + resource + ".csv")).size() - 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<NamedCsvRecord> extract(String name) {
    return GeneratedWorld.read(WORLD.resolve("extracts/" + name + ".csv"));
  }

  private static List<NamedCsvRecord> expected(String name) {
    return GeneratedWorld.read(WORLD.resolve("expected/" + name + ".csv"));
  }
}
