// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.generate.Generator.GenerateListener;
import org.desist.generate.GeneratorSettings.ParticipantListSettings;
import org.desist.generate.Services.Service;
import org.desist.identity.PncId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParticipantListsTest {
  private static final String PAYBACK = "Community Payback";
  private static final int SNAPSHOT_YEAR = 2021;

  @TempDir static Path folder;
  private static GeneratorSettings settings;
  private static List<NamedCsvRecord> rows;
  private static List<NamedCsvRecord> truth;

  @BeforeAll
  static void generate() {
    settings = GeneratorSettings.of(3000, 11, folder.resolve("with"));
    Generator.of(settings, new ParticipantListSettings(List.of(PAYBACK, "wren-house"), 0.05))
        .generate(GenerateListener.silent());
    rows = read("participants-community-payback.csv");
    truth = read("participants-community-payback-truth.csv");
  }

  private static List<NamedCsvRecord> read(String name) {
    return GeneratedWorld.read(settings.participantFolder().resolve(name));
  }

  private static Map<String, NamedCsvRecord> persons() {
    Map<String, NamedCsvRecord> persons = new HashMap<>();
    for (NamedCsvRecord row :
        GeneratedWorld.read(settings.snapshotFolder().resolve("pnc_person.csv"))) {
      PncId.canonical(row.getField("pnc_id"), SNAPSHOT_YEAR).ifPresent(id -> persons.put(id, row));
    }
    return persons;
  }

  @Test
  void theWorldIsTheSameWithListsAndWithout() throws IOException {
    GeneratorSettings without = GeneratorSettings.of(3000, 11, folder.resolve("without"));
    Generator.of(without).generate(GenerateListener.silent());
    assertThat(GeneratedWorld.hashes(settings.snapshotFolder()))
        .isEqualTo(GeneratedWorld.hashes(without.snapshotFolder()));
    assertThat(GeneratedWorld.hashes(settings.truthFolder()))
        .isEqualTo(GeneratedWorld.hashes(without.truthFolder()));
    assertThat(without.participantFolder()).doesNotExist();
  }

  @Test
  void theSameSettingsGiveTheSameListsOnAnyNumberOfThreads() throws IOException {
    GeneratorSettings again = GeneratorSettings.of(3000, 11, folder.resolve("again")).using(3);
    Generator.of(again, new ParticipantListSettings(List.of(PAYBACK, "wren-house"), 0.05))
        .generate(GenerateListener.silent());
    assertThat(GeneratedWorld.hashes(again.participantFolder()))
        .hasSize(4)
        .isEqualTo(GeneratedWorld.hashes(settings.participantFolder()));
  }

  @Test
  void whoeverIsListedWasReferredBeforeTheSnapshotOrIsAStranger() {
    long referrals =
        GeneratedWorld.read(settings.snapshotFolder().resolve("intervention.csv")).stream()
            .filter(row -> row.getField("service_name").equals(PAYBACK))
            .count();
    // Two in a hundred are strangers, as many are written twice, a few referrals lost in delivery.
    assertThat((double) rows.size()).isBetween(referrals * 1.01, referrals * 1.08);
    assertThat(truth).hasSameSizeAs(rows);
    assertThat(truth.get(0).getField("row")).isEqualTo("1");
    long unknown = truth.stream().filter(row -> row.getField("pnc_id").isEmpty()).count();
    assertThat((double) unknown / rows.size()).isBetween(0.015, 0.06);
    LocalDate snapshot = settings.snapshotDate();
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(LocalDate.parse(row.getField("intervention_start")))
                    .isBeforeOrEqualTo(snapshot));
  }

  @Test
  void someComeTwiceAndMostIdsAreNotKnown() {
    Set<String> seen = new HashSet<>();
    int twice = 0;
    for (int i = 0; i < rows.size(); i++) {
      String id = truth.get(i).getField("pnc_id");
      String start = rows.get(i).getField("intervention_start");
      twice += !id.isEmpty() && !seen.add(id + start) ? 1 : 0;
    }
    assertThat(twice).isPositive();
    assertThat(share("pnc_id")).isBetween(0.2, 0.4);
    assertThat(share("noms_number")).isBetween(0.05, 0.5);
  }

  private static double share(String field) {
    return (double) rows.stream().filter(row -> !row.getField(field).isEmpty()).count()
        / rows.size();
  }

  @Test
  void aboutOneFieldInTwentyIsMistyped() {
    Map<String, NamedCsvRecord> persons = persons();
    int known = 0;
    int surnames = 0;
    int births = 0;
    int sexes = 0;
    for (int i = 0; i < rows.size(); i++) {
      NamedCsvRecord person = persons.get(truth.get(i).getField("pnc_id"));
      if (person == null || person.getField("sex").equals("U")) {
        continue;
      }
      known++;
      NamedCsvRecord row = rows.get(i);
      surnames += row.getField("surname").equalsIgnoreCase(person.getField("surname")) ? 0 : 1;
      births += row.getField("date_of_birth").equals(person.getField("date_of_birth")) ? 0 : 1;
      sexes += row.getField("sex").equals(person.getField("sex")) ? 0 : 1;
    }
    assertThat((double) surnames / known).isBetween(0.02, 0.09);
    assertThat((double) births / known).isBetween(0.02, 0.10);
    assertThat((double) sexes / known).isLessThan(0.03);
  }

  @Test
  void withoutErrorsNamesAreThoseOfThePersons() {
    GeneratorSettings clean = GeneratorSettings.of(800, 12, folder.resolve("clean"));
    Generator.of(clean, new ParticipantListSettings(List.of("all"), 0))
        .generate(GenerateListener.silent());
    Map<String, String> surnames = new HashMap<>();
    GeneratedWorld.read(clean.snapshotFolder().resolve("pnc_person.csv"))
        .forEach(row -> surnames.put(row.getField("pnc_id"), row.getField("surname")));
    int compared = 0;
    for (Service service : Service.all()) {
      String name = "participants-" + ParticipantListSettings.shortName(service.name());
      List<NamedCsvRecord> list =
          GeneratedWorld.read(clean.participantFolder().resolve(name + ".csv"));
      List<NamedCsvRecord> meant =
          GeneratedWorld.read(clean.participantFolder().resolve(name + "-truth.csv"));
      for (int i = 0; i < list.size(); i++) {
        String surname = surnames.get(meant.get(i).getField("pnc_id"));
        if (surname != null) {
          compared++;
          assertThat(list.get(i).getField("surname")).isEqualToIgnoringCase(surname);
        }
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  @Test
  void aServiceThatIsNotThereIsRefusedWithTheNamesOfThoseThatAre() {
    assertThatThrownBy(() -> new ParticipantListSettings(List.of("wren-hose"), 0.05))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_ARGUMENT))
        .hasMessageStartingWith(
            "Cannot list the participants of wren-hose: there is no such service. Name one of ")
        .hasMessageContaining("wren-house")
        .hasMessageEndingWith(", or all.");
    assertThatThrownBy(() -> new ParticipantListSettings(List.of(), 1.5))
        .hasMessage("Cannot mistype a share of 1.5: give a number from 0 to 1.");
  }

  @Test
  void aSlipChangesAnIdByOneDigit() {
    for (int i = 0; i < 200; i++) {
      TypingErrors typing = new TypingErrors(Draws.of(1, i, 0, 0));
      assertThat(typing.id("A1234AA")).hasSize(7).matches("A\\d{4}AA").isNotEqualTo("A1234AA");
      assertThat(typing.name("Phillips")).isNotEmpty();
      assertThat(typing.day(LocalDate.of(1980, 2, 13)).getYear()).isBetween(1900, 1999);
    }
  }
}
