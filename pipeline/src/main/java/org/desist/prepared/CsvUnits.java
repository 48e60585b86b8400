// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Units from a CSV file in UTF-8, with a header, comma between values, packed by gzip where its
 * name ends in .gz. A line is that of the file, also where a quoted value spans several.
 */
final class CsvUnits implements UnitRows {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String PACKED = ".gz";

  private final Path file;
  private final List<String> columns;

  CsvUnits(Path file) {
    this.file = file;
    List<List<String>> header = new ArrayList<>();
    records(
        records -> {
          if (records.hasNext()) {
            header.add(records.next().getFields());
          }
        });
    if (header.isEmpty()) {
      throw refused("it is empty, without even a header. Give it a first line with the names");
    }
    List<String> names = new ArrayList<>(header.get(0));
    if (names.get(0).startsWith(BYTE_ORDER_MARK)) {
      names.set(0, names.get(0).substring(1));
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw refused("two columns are called '%s'. Rename one".formatted(name));
      }
    }
    columns = List.copyOf(names);
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  /** A CSV file has nothing but texts. */
  @Override
  public Type type(String column) {
    return Type.TEXT;
  }

  @Override
  public String placeName() {
    return "line";
  }

  @Override
  public void read(List<String> wanted, Sink sink) {
    int[] positions = wanted.stream().mapToInt(columns::indexOf).toArray();
    records(
        records -> {
          records.next();
          while (records.hasNext()) {
            hand(records.next(), positions, sink);
          }
        });
  }

  private void hand(CsvRecord csv, int[] positions, Sink sink) {
    if (csv.getFieldCount() != columns.size()) {
      throw refused(
          "line %d has %d values where the header has %d. Correct the line"
              .formatted(csv.getStartingLineNumber(), csv.getFieldCount(), columns.size()));
    }
    String[] values = new String[positions.length];
    for (int i = 0; i < positions.length; i++) {
      String value = csv.getField(positions[i]);
      values[i] = value.isEmpty() ? null : value;
    }
    sink.row(csv.getStartingLineNumber(), values);
  }

  private void records(Work work) {
    try (InputStream in = open();
        CsvReader<CsvRecord> reader =
            CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(
                    new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
      work.on(reader.iterator());
    } catch (CsvParseException e) {
      if (e.getCause() instanceof DesistException own) {
        throw own;
      }
      throw new DesistException(
          ErrorCode.UNREADABLE,
          "Cannot read %s: a quote does not close, or text follows one that does. Mend the quotes."
              .formatted(file),
          e);
    } catch (UncheckedIOException e) {
      throw undecodable(e.getCause());
    } catch (IOException e) {
      throw undecodable(e);
    }
  }

  private InputStream open() throws IOException {
    InputStream in = Files.newInputStream(file);
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(PACKED)) {
      return in;
    }
    try {
      return new GZIPInputStream(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private DesistException undecodable(IOException cause) {
    String why =
        cause instanceof CharacterCodingException ? "it is not UTF-8 text" : cause.getMessage();
    return new DesistException(
        ErrorCode.UNREADABLE,
        "Cannot read %s: %s. Save it again as CSV in UTF-8.".formatted(file, why),
        cause);
  }

  private DesistException refused(String why) {
    return new DesistException(ErrorCode.UNREADABLE, "Cannot use %s: %s.".formatted(file, why));
  }

  private interface Work {
    void on(Iterator<CsvRecord> records) throws IOException;
  }
}
