// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.desist.contract.Field;
import org.desist.contract.Resource;
import org.desist.contract.ValidationCode;
import org.desist.contract.ValidationCode.Level;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * A CSV file small enough to hold, read by the reader of the extracts, with the faults of each row
 * beside it: a row that cannot be used refuses nothing but itself.
 *
 * @param unknownColumns columns that the resource does not have; they are passed over
 * @param rows in the order of the file
 */
public record JudgedCsv(List<String> unknownColumns, List<Row> rows) {
  public JudgedCsv {
    unknownColumns = List.copyOf(unknownColumns);
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param line on which it begins, the header's being 1
   * @param values by field name: String, Long, BigDecimal, LocalDate or Boolean; a field without a
   *     value, or with one that cannot be used, is absent
   * @param faults that were found; a row that could not be taken apart has no values
   */
  public record Row(long line, Map<String, Object> values, List<Fault> faults) {
    public Row {
      values = Map.copyOf(values);
      faults = List.copyOf(faults);
    }

    /** Says nothing of the values, which may be personal. */
    @Override
    public String toString() {
      return "Row[line=" + line + "]";
    }
  }

  /**
   * Reads a file.
   *
   * @param snapshotYear decides the century of two-digit years in PNC ids
   * @throws DesistException MISSING_COLUMN or UNREADABLE when the file as a whole cannot be used
   */
  public static JudgedCsv read(Resource resource, Path file, int snapshotYear) {
    return read(resource, file, new RowParser(resource, snapshotYear));
  }

  /** The same of a file that may have been written as a {@link org.desist.run.Sheet}. */
  public static JudgedCsv readSheet(Resource resource, Path file, int snapshotYear) {
    return read(resource, file, new RowParser(resource, snapshotYear).ofSheet());
  }

  private static JudgedCsv read(Resource resource, Path file, RowParser parser) {
    Sink sink = new Sink(resource);
    try (InputStream in = Files.newInputStream(file)) {
      Header header = new CsvRows(file.toString(), parser).read(in, sink);
      return new JudgedCsv(header.unknown(resource), sink.rows);
    } catch (RefusedFileException e) {
      throw new DesistException(ErrorCode.valueOf(e.code().name()), e.getMessage(), e);
    } catch (CharacterCodingException e) {
      throw new DesistException(
          ErrorCode.UNREADABLE,
          "Cannot read %s: line %d holds bytes that are not UTF-8 text, or NUL bytes. Save it as CSV in UTF-8 and try again."
              .formatted(file, line(file)),
          e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static long line(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return FaultLine.find(in);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static DesistException unreadable(Path file, IOException cause) {
    return new DesistException(
        ErrorCode.UNREADABLE,
        "Cannot read %s: %s. Check that it is there and may be read."
            .formatted(file, cause.getMessage()),
        cause);
  }

  private static final class Sink implements RowSink {
    private final Resource resource;
    private final List<Row> rows = new ArrayList<>();

    Sink(Resource resource) {
      this.resource = resource;
    }

    @Override
    public void row(long line, RowParser row) {
      Set<String> refused =
          row.faults().stream()
              .filter(fault -> fault.level() == Level.ROW)
              .map(Fault::field)
              .collect(Collectors.toSet());
      Map<String, Object> values = new LinkedHashMap<>();
      for (Field field : resource.fields()) {
        Object value = SmallCsv.value(field, row.parser(field.name()).slot());
        if (value != null && !refused.contains(field.name())) {
          values.put(field.name(), value);
        }
      }
      rows.add(new Row(line, values, row.faults()));
    }

    @Override
    public void unparsed(long line, String message) {
      rows.add(new Row(line, Map.of(), List.of(Fault.ofRow(ValidationCode.PARSE, null, message))));
    }
  }
}
