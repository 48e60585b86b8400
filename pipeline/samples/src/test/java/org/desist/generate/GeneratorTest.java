// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.generate.Generator.GenerateListener;
import org.desist.generate.Generator.GeneratedFiles;
import org.desist.generate.GeneratorSettings.GeneratorFormat;
import org.desist.storage.FileDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
  @TempDir Path folder;

  @Test
  void theSameSettingsGiveTheSameBytesOnAnyNumberOfThreads() throws IOException {
    GeneratorSettings settings = GeneratorSettings.of(1700, 3, folder.resolve("one"));
    generate(settings.using(1));
    generate(GeneratorSettings.of(1700, 3, folder.resolve("many")).using(5));
    assertThat(GeneratedWorld.hashes(folder.resolve("many")))
        .isNotEmpty()
        .isEqualTo(GeneratedWorld.hashes(folder.resolve("one")));
  }

  @Test
  void anotherSeedGivesAnotherWorld() throws IOException {
    GeneratedFiles one = generate(GeneratorSettings.of(50, 3, folder.resolve("one")));
    GeneratedFiles other = generate(GeneratorSettings.of(50, 4, folder.resolve("other")));
    assertThat(Files.readString(one.snapshot().resolve("pnc_person.csv")))
        .isNotEqualTo(Files.readString(other.snapshot().resolve("pnc_person.csv")));
  }

  @Test
  void anEarlierSnapshotIsTheSameWorldLessWhatCameLater() {
    LocalDate earlier = LocalDate.of(2016, 6, 30);
    GeneratorSettings settings = GeneratorSettings.of(1500, 5, folder);
    GeneratedFiles before = generate(settings.on(earlier));
    GeneratedFiles after = generate(settings);
    assertThat(lines(before, "pnc_offence")).isNotEmpty();
    assertThat(lines(after, "pnc_offence")).containsAll(lines(before, "pnc_offence"));
    assertThat(lines(after, "pnc_disposal")).containsAll(lines(before, "pnc_disposal"));
    assertThat(lines(after, "prison_release")).containsAll(lines(before, "prison_release"));

    List<String> events =
        GeneratedWorld.read(after.snapshot().resolve("pnc_event.csv")).stream()
            .filter(row -> isBy(row.getField("event_date"), earlier))
            .map(NamedCsvRecord::toString)
            .map(text -> text.substring(text.indexOf("fields=")))
            .toList();
    assertThat(lines(before, "pnc_event")).containsAll(events);
    assertThat(GeneratedWorld.read(before.snapshot().resolve("probation_case.csv")))
        .allSatisfy(
            row ->
                assertThat(
                        isBy(row.getField("end_date"), earlier)
                            || row.getField("end_date").isEmpty())
                    .isTrue());
  }

  @Test
  void parquetHoldsTheSameRowsTyped() throws SQLException {
    GeneratorSettings settings = GeneratorSettings.of(600, 9, folder.resolve("csv"));
    GeneratedFiles text = generate(settings);
    GeneratedFiles typed =
        generate(
            GeneratorSettings.of(600, 9, folder.resolve("parquet")).as(GeneratorFormat.PARQUET));
    assertThat(typed.rows()).isEqualTo(text.rows());
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String resource : Extract.all().keySet()) {
        Path file = typed.snapshot().resolve(resource + ".parquet");
        assertThat(one(statement, "select count(*) from '" + file + "'"))
            .isEqualTo(Long.toString(typed.rows().get(resource)));
      }
      Path disposals = typed.snapshot().resolve("pnc_disposal.parquet");
      assertThat(
              one(
                  statement,
                  "select typeof(any_value(fine_amount)) || ' ' || typeof(any_value(disposal_seq))"
                      + " from '"
                      + disposals
                      + "' where fine_amount is not null"))
          .isEqualTo("DECIMAL(18,2) BIGINT");
      Path offences = typed.snapshot().resolve("pnc_offence.parquet");
      assertThat(
              one(
                  statement,
                  "select typeof(any_value(offence_start_date)) || ' '"
                      + " || typeof(any_value(taken_into_consideration)) from '"
                      + offences
                      + "'"))
          .isEqualTo("DATE BOOLEAN");
    }
  }

  @Test
  void theControlFileCountsAndHashesWhatWasDelivered() throws IOException {
    GeneratedFiles generated = GeneratedWorld.shared().generated();
    List<NamedCsvRecord> control = GeneratedWorld.read(generated.snapshot().resolve("control.csv"));
    assertThat(control).hasSameSizeAs(Extract.all().keySet());
    for (NamedCsvRecord row : control) {
      String resource = row.getField("resource");
      Path file = generated.snapshot().resolve(resource + ".csv");
      assertThat(row.getField("sha256")).as(resource).isEqualTo(FileDigest.of(file));
      assertThat(GeneratedWorld.read(file)).hasSize(Integer.parseInt(row.getField("rows")));
    }
  }

  @Test
  void theTruthNamesThePersonBehindEveryReleaseAndCase() {
    GeneratedWorld world = GeneratedWorld.shared();
    Set<String> truth = new HashSet<>();
    int nobody = 0;
    for (NamedCsvRecord row : GeneratedWorld.read(world.generated().truth().resolve("links.csv"))) {
      truth.add(row.getField("id"));
      nobody += row.getField("pnc_id").isEmpty() ? 1 : 0;
    }
    Set<String> delivered = new HashSet<>();
    world.rows("prison_release").forEach(row -> delivered.add(row.getField("release_id")));
    world.rows("probation_case").forEach(row -> delivered.add(row.getField("case_id")));
    assertThat(truth).isEqualTo(delivered);
    assertThat(nobody).isPositive().isLessThan(truth.size() / 40);
  }

  @Test
  void refusesAFolderThatHoldsSomething() throws IOException {
    GeneratorSettings settings = GeneratorSettings.of(10, 1, folder);
    Files.createDirectories(settings.snapshotFolder());
    Path kept = Files.writeString(settings.snapshotFolder().resolve("pnc_person.csv"), "mine");
    assertThatThrownBy(() -> generate(settings))
        .isInstanceOf(DesistException.class)
        .hasMessageContaining("it is not empty. Remove it or give another --out.")
        .extracting(thrown -> ((DesistException) thrown).code())
        .isEqualTo(ErrorCode.BAD_ARGUMENT);
    assertThat(kept).hasContent("mine");
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatThrownBy(() -> GeneratorSettings.of(0, 1, folder))
        .isInstanceOf(DesistException.class)
        .hasMessage("Cannot generate 0 persons: give a number from 1 to 9000000.");
    assertThatThrownBy(() -> GeneratorSettings.of(1, 1, folder).on(LocalDate.of(1999, 12, 31)))
        .hasMessage(
            "Cannot generate a snapshot of 1999-12-31: give a date from 2000-01-01 to 2029-12-31.");
    assertThatThrownBy(() -> GeneratorSettings.of(1, 1, folder).using(0))
        .hasMessage("Cannot generate with 0 threads: give 1 or more.");
  }

  @Test
  void tellsTheListenerHowFarItHasCome() {
    List<Long> steps = new ArrayList<>();
    Generator.of(GeneratorSettings.of(1200, 1, folder))
        .generate((persons, total) -> steps.add(persons));
    assertThat(steps).containsExactly(500L, 1000L, 1200L);
  }

  private static GeneratedFiles generate(GeneratorSettings settings) {
    return Generator.of(settings).generate(GenerateListener.silent());
  }

  private static Set<String> lines(GeneratedFiles generated, String resource) {
    Set<String> lines = new HashSet<>();
    for (NamedCsvRecord row :
        GeneratedWorld.read(generated.snapshot().resolve(resource + ".csv"))) {
      String text = row.toString();
      lines.add(text.substring(text.indexOf("fields=")));
    }
    return lines;
  }

  private static boolean isBy(String date, LocalDate day) {
    return date.matches("\\d{4}-(0\\d|1[0-2])-[0-3]\\d") && date.compareTo(day.toString()) <= 0;
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
