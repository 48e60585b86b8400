// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.desist.contract.DataPackage;
import org.desist.contract.ValidationCode;
import org.desist.storage.InputFiles;

/**
 * What the sender says was sent: {@code control.csv} with the columns resource, rows and sha256.
 * The sha256 is of the file as delivered; it may be empty.
 */
final class Control {
  static final String FILE = "control.csv";

  private static final List<String> COLUMNS = List.of("resource", "rows", "sha256");
  private static final Pattern ROWS = Pattern.compile("\\d{1,18}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}|");

  private static final long MAXIMUM_BYTES = 1_000_000;

  private final Map<String, Entry> entries = new TreeMap<>();
  private final List<FileFault> faults = new ArrayList<>();

  /**
   * One line.
   *
   * @param sha256 in lower case, or empty
   */
  record Entry(long line, long rows, String sha256) {}

  private Control() {}

  /** Says nothing: there is no such file. */
  static Control none() {
    return new Control();
  }

  /** Says that there is such a file, but nobody can read it. */
  static Control unreadable(String problem) {
    Control control = new Control();
    control.fault(ValidationCode.UNREADABLE, problem);
    return control;
  }

  /** Reads the file; what is wrong with it is in {@link #faults()}. */
  static Control read(Path file, long bytes, DataPackage contract) throws IOException {
    if (bytes > MAXIMUM_BYTES) {
      return unreadable("it is larger than 1 MB, and has a line for each resource only");
    }
    Control control = new Control();
    try (InputStream in = InputFiles.open(file);
        CsvReader<CsvRecord> reader =
            CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new GuardedReader(in, ','))) {
      Iterator<CsvRecord> records = reader.iterator();
      List<String> header = records.hasNext() ? records.next().getFields() : List.of();
      if (header.containsAll(COLUMNS)) {
        records.forEachRemaining(record -> control.add(header, record, contract));
      } else {
        control.fault(ValidationCode.UNREADABLE, "its header is not " + String.join(",", COLUMNS));
      }
    } catch (CsvParseException | UncheckedIOException e) {
      control.fault(ValidationCode.UNREADABLE, "it is not a CSV file in UTF-8");
    }
    return control;
  }

  private void add(List<String> header, CsvRecord record, DataPackage contract) {
    String resource = value(header, record, "resource");
    String rows = value(header, record, "rows");
    String sha256 = value(header, record, "sha256");
    String place = "line " + record.getStartingLineNumber();
    if (contract.resource(resource).isEmpty()) {
      fault(
          ValidationCode.CONTROL_MISMATCH,
          place + " names " + resource + ", which is not a resource of the contract");
    } else if (!ROWS.matcher(rows).matches() || !SHA256.matcher(sha256).matches()) {
      fault(
          ValidationCode.UNREADABLE,
          place + " has not a number of rows and a sha256 of 64 hexadecimal digits");
    } else {
      Entry entry =
          new Entry(
              record.getStartingLineNumber(),
              Long.parseLong(rows),
              sha256.toLowerCase(Locale.ROOT));
      if (entries.putIfAbsent(resource, entry) != null) {
        fault(ValidationCode.CONTROL_MISMATCH, place + " names " + resource + " again");
      }
    }
  }

  /** A short line lacks its last values; no resource, number or sha256 has this text. */
  private static String value(List<String> header, CsvRecord record, String column) {
    int index = header.indexOf(column);
    return index < record.getFieldCount() ? record.getField(index) : "nothing";
  }

  private void fault(ValidationCode code, String problem) {
    faults.add(
        new FileFault(
            code,
            "Cannot use "
                + FILE
                + ": "
                + problem
                + ". Ask the sender for a right one, or remove it to go without the check."));
  }

  Optional<Entry> entry(String resource) {
    return Optional.ofNullable(entries.get(resource));
  }

  List<FileFault> faults() {
    return List.copyOf(faults);
  }
}
