// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * The world that is left of a folder of extracts, plain or compressed, when the refused lines are
 * taken out. Which lines are refused is given: this judges no row itself.
 */
public final class AcceptedRows {
  private final Path folder;
  private final LocalDate snapshotDate;
  private final Map<String, Set<Long>> refused;

  private AcceptedRows(Path folder, LocalDate snapshotDate, Map<String, Set<Long>> refused) {
    this.folder = folder;
    this.snapshotDate = snapshotDate;
    this.refused = refused;
  }

  /**
   * Reads the six required extracts.
   *
   * @param refused first lines of refused rows by resource, counted from 1 for the header
   */
  public static World of(Path folder, LocalDate snapshotDate, Map<String, Set<Long>> refused) {
    return new AcceptedRows(folder, snapshotDate, refused).world();
  }

  private World world() {
    return new World(
        snapshotDate,
        rows("pnc_person", Person.class, row -> PncId.canonical(row.pncId(), snapshotDate).get()),
        rows("pnc_event", Event.class, Event::eventId),
        rows("pnc_offence", Offence.class, Offence::offenceId),
        rows("pnc_disposal", Disposal.class, row -> row.offenceId() + "|" + row.disposalSeq()),
        rows("prison_release", Release.class, Release::releaseId),
        rows("probation_case", Case.class, Case::caseId));
  }

  /** Accepted rows with one key are copies of each other: the first stands for them. */
  private <T extends Record> List<T> rows(String resource, Class<T> type, Function<T, String> key) {
    Set<Long> left = refused.getOrDefault(resource, Set.of());
    Map<String, T> rows = new LinkedHashMap<>();
    for (NamedCsvRecord written : records(resource)) {
      if (!left.contains(written.getStartingLineNumber())) {
        T row = Columns.read(type, written.getFieldsAsMap());
        rows.putIfAbsent(key.apply(row), row);
      }
    }
    Collection<T> first = rows.values();
    return List.copyOf(first);
  }

  private List<NamedCsvRecord> records(String resource) {
    Path plain = folder.resolve(resource + ".csv");
    try (InputStream in =
            Files.exists(plain)
                ? Files.newInputStream(plain)
                : new GZIPInputStream(Files.newInputStream(folder.resolve(resource + ".csv.gz")));
        CsvReader<NamedCsvRecord> reader =
            CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(in)) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
