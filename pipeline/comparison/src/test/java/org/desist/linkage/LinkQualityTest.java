// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldModifiers;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.desist.ProjectFolder;
import org.desist.linkage.BlockingRule.BlockingKey;
import org.desist.linkage.PersonList.Identifiers;
import org.junit.jupiter.api.Test;

/**
 * How good links are where the truth is known. The tables are left in {@code
 * target/linkage-quality/}.
 */
class LinkQualityTest {
  /** Data sets that stand beside the project; {@code -Ddesist.golden=DIR} looks elsewhere. */
  private static final Path GOLDEN =
      Path.of(
          System.getProperty("desist.golden", ProjectFolder.beside("shared", "golden").toString()));

  private static final List<Double> THRESHOLDS =
      List.of(-10.0, -5.0, -2.0, 0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0);

  private static final List<String> FIELDS =
      List.of("street_number", "address_1", "suburb", "postcode", "soc_sec_id");

  private final LinkageSettings settings = LinkageSettings.usual();

  @Test
  void inventedPeopleWithOneFieldInTwentyMistyped() throws IOException {
    InventedPeople invented = new InventedPeople(20_160_101, 100_000, 5_000, 0.05);
    Linkage linkage =
        new Linker(settings).link(PersonList.of(invented.entries), PersonList.of(invented.people));

    keep("invented", linkage, invented.truth);
    LinkQuality quality =
        ThresholdTable.quality(
            linkage.decide(settings.threshold(), settings.margin(), row -> true), invented.truth);
    assertThat(quality.precision()).isGreaterThanOrEqualTo(0.995);
    assertThat(quality.recall()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void febrlWithAllItsFields() throws IOException {
    List<FieldComparison> comparisons = new ArrayList<>(NameComparisons.standard());
    for (int i = 0; i < FIELDS.size(); i++) {
      comparisons.add(NameComparisons.alike(FIELDS.get(i), i));
    }
    List<BlockingRule> rules = new ArrayList<>(BlockingRule.standard());
    rules.add(BlockingRule.same("street", field("address_1")));
    rules.add(BlockingRule.same("suburb and postcode", field("suburb"), field("postcode")));
    rules.add(BlockingRule.same("social security number", field("soc_sec_id")));
    Map<String, String> truth = truth();
    Linkage linkage =
        new Linker(settings, comparisons, rules).link(febrl("dataset4a"), febrl("dataset4b"));

    keep("febrl4-all-fields", linkage, truth);
    LinkQuality quality =
        ThresholdTable.quality(
            linkage.decide(settings.threshold(), settings.margin(), row -> true), truth);
    assertThat(quality.precision()).isGreaterThanOrEqualTo(0.9995);
    assertThat(quality.recall()).isGreaterThanOrEqualTo(0.9985);
  }

  /**
   * Both lists hold the same people, so the runner-up tells more than the prior: a low threshold is
   * right here, and a false link still rare.
   */
  @Test
  void febrlWithNamesAndDateOfBirthAlone() throws IOException {
    Map<String, String> truth = truth();
    Linkage linkage = new Linker(settings).link(febrl("dataset4a"), febrl("dataset4b"));

    keep("febrl4-names-and-birth", linkage, truth);
    LinkQuality usual =
        ThresholdTable.quality(
            linkage.decide(settings.threshold(), settings.margin(), row -> true), truth);
    assertThat(usual.precision()).isGreaterThanOrEqualTo(0.9995);
    assertThat(usual.recall()).isGreaterThanOrEqualTo(0.90);
    LinkQuality low =
        ThresholdTable.quality(linkage.decide(-10, settings.margin(), row -> true), truth);
    assertThat(low.precision()).isGreaterThanOrEqualTo(0.995);
    assertThat(low.recall()).isGreaterThanOrEqualTo(0.95);
  }

  private void keep(String name, Linkage linkage, Map<String, String> truth) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "linkage-quality"));
    Files.writeString(
        folder.resolve(name + ".md"),
        ThresholdTable.of(linkage, truth, THRESHOLDS, settings.margin()).markdown());
  }

  private static BlockingKey field(String name) {
    return BlockingKey.text(PersonList.EXTRA + FIELDS.indexOf(name));
  }

  private static Map<String, String> truth() throws IOException {
    Map<String, String> truth = new HashMap<>();
    for (NamedCsvRecord row : rows("febrl4_truth")) {
      truth.put(row.getField("rec_id_a"), row.getField("rec_id_b"));
    }
    return truth;
  }

  private static PersonList febrl(String name) throws IOException {
    return PersonList.of(rows(name).stream().map(LinkQualityTest::person).toList());
  }

  private static Identifiers person(NamedCsvRecord row) {
    return new Identifiers(
        row.getField("rec_id"),
        row.getField("surname").strip(),
        row.getField("given_name").strip(),
        birth(row.getField("date_of_birth").strip()),
        null,
        FIELDS.stream().map(row::getField).toList());
  }

  /** Some are not dates; those are missing. */
  private static LocalDate birth(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  /** Names in the header of febrl's files have a blank before them. */
  private static List<NamedCsvRecord> rows(String name) throws IOException {
    Path file = GOLDEN.resolve("linkage").resolve(name + ".csv");
    assumeTrue(Files.exists(file), () -> "Did not run: no linkage data set " + file);
    try (CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .build(NamedCsvRecordHandler.of(c -> c.fieldModifier(FieldModifiers.TRIM)), file);
        Stream<NamedCsvRecord> records = csv.stream()) {
      return records.toList();
    }
  }
}
