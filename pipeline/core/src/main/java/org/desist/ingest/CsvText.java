// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.desist.contract.ValidationCode;
import org.desist.error.DesistException;

/**
 * A CSV file whose columns are in no contract, as text, by the rules of the extracts. A row that
 * cannot be taken apart refuses the file.
 */
public final class CsvText {
  private final Path file;
  private final NamedCsv csv;
  private final List<String> columns;

  /** Takes one row. */
  public interface Sink {
    /**
     * Takes a row.
     *
     * @param line on which it begins, the header's being 1
     * @param values of the columns asked for, in their order; null where there is none
     */
    void row(long line, String[] values);
  }

  /**
   * Reads the header.
   *
   * @param wanted names that it should have; without them it may be a title above the header
   * @throws DesistException UNREADABLE when the file cannot be read
   */
  public CsvText(Path file, List<String> wanted) {
    this(file, new NamedCsv(file), wanted);
  }

  /**
   * Reads the header of a file whose content was made CSV in UTF-8, with commas.
   *
   * @throws DesistException UNREADABLE when it cannot be read
   */
  public CsvText(Path file, byte[] content, List<String> wanted) {
    this(file, new NamedCsv(file, content), wanted);
  }

  private CsvText(Path file, NamedCsv csv, List<String> wanted) {
    this.file = file;
    this.csv = csv;
    Reading reading = new Reading(List.of(), (line, values) -> {});
    csv.read(
        content -> {
          new CsvRecords(file.toString(), wanted).readHeader(content, reading);
          return null;
        });
    this.columns = reading.names;
  }

  /**
   * The bytes of a file, unpacked where its name ends in .gz.
   *
   * @throws DesistException UNREADABLE when it cannot be read
   */
  public static byte[] bytes(Path file) {
    return new NamedCsv(file).read(InputStream::readAllBytes);
  }

  /** Takes one record as it stands. */
  public interface RecordSink {
    /**
     * Takes a record.
     *
     * @param line on which it begins, the file's first being 1
     * @param hasTextAfterQuote whether text followed the closing quote of a value: then some of it
     *     is lost
     */
    void record(long line, List<String> values, boolean hasTextAfterQuote);
  }

  /**
   * Takes a text apart that may have another separator, and rows above its header.
   *
   * @param file for messages
   * @param content in UTF-8
   * @param separator between values, an ASCII character
   * @throws DesistException UNREADABLE when a quote never closes, or there are too many rows to be
   *     held
   */
  public static void records(Path file, byte[] content, char separator, RecordSink sink) {
    int[] count = {0};
    new NamedCsv(file, content)
        .read(
            in -> {
              new CsvRecords(file.toString(), List.of())
                  .readPlain(
                      in,
                      separator,
                      (line, values, hasText) -> {
                        if (count[0]++ == ReadingLimits.HELD_ROWS) {
                          throw ReadingLimits.tooManyRows(file.toString());
                        }
                        sink.record(line, values, hasText);
                      });
              return null;
            });
  }

  /** What stands between the names in the place of commas, such as "semicolons", where it does. */
  public static Optional<String> otherSeparator(List<String> names) {
    return Optional.ofNullable(Header.separator(names));
  }

  /** Names in the order of the file. */
  public List<String> columns() {
    return columns;
  }

  /**
   * Hands over every row, in the order of the file.
   *
   * @throws DesistException UNREADABLE when the file cannot be read, or a row is broken
   */
  public void read(List<String> wanted, Sink sink) {
    Reading reading = new Reading(wanted, sink);
    csv.read(
        content -> {
          new CsvRecords(file.toString(), List.of()).read(content, reading);
          return null;
        });
  }

  private final class Reading implements CsvRecords.ValueSink {
    private final List<String> wanted;
    private final Sink sink;
    private final String[] values;
    private List<String> names = List.of();
    private int[] places = {};

    Reading(List<String> wanted, Sink sink) {
      this.wanted = wanted;
      this.sink = sink;
      this.values = new String[wanted.size()];
    }

    @Override
    public void header(List<String> columns, long line) {
      Header.check(columns, line, file.toString());
      names = columns;
      places = columns.stream().mapToInt(wanted::indexOf).toArray();
    }

    @Override
    public void begin(long line) {
      Arrays.fill(values, null);
    }

    @Override
    public void value(int column, char[] text, int from, int length) {
      if (column < places.length && places[column] >= 0 && length > 0) {
        values[places[column]] = new String(text, from, length);
      }
    }

    @Override
    public void row(long line) {
      sink.row(line, values.clone());
    }

    @Override
    public void unparsed(long line, long lastLine, String message) {
      throw new RefusedFileException(
          ValidationCode.UNREADABLE,
          String.format(
              Locale.ROOT,
              "Cannot use %s: line %d: %s. Correct it and try again.",
              file,
              line,
              message));
    }
  }
}
