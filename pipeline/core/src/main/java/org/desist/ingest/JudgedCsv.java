// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.nio.file.Path;
import java.time.LocalDate;
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
   * @param lastLine the last that it covers: more than one only where a quote runs over lines
   * @param values by field name: String, Long, BigDecimal, LocalDate or Boolean; a field without a
   *     value, or with one that cannot be used, is absent
   * @param faults that were found; a row that could not be taken apart has no values
   */
  public record Row(long line, long lastLine, Map<String, Object> values, List<ValueFault> faults) {
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
   * @param snapshot its date: decides the century of two-digit years in PNC ids, and which dates of
   *     birth can be
   * @throws DesistException MISSING_COLUMN or UNREADABLE when the file as a whole cannot be used
   */
  public static JudgedCsv read(Resource resource, Path file, LocalDate snapshot) {
    return read(resource, file, new NamedCsv(file), new RowParser(resource, snapshot));
  }

  /**
   * The same of a file whose content was brought into the form of the resource.
   *
   * @param content CSV in UTF-8, with commas
   */
  public static JudgedCsv read(Resource resource, Path file, byte[] content, LocalDate snapshot) {
    return read(resource, file, new NamedCsv(file, content), new RowParser(resource, snapshot));
  }

  /** The same of a file that may have been written as a {@link org.desist.run.Sheet}. */
  public static JudgedCsv readSheet(Resource resource, Path file, LocalDate snapshot) {
    return read(resource, file, new NamedCsv(file), new RowParser(resource, snapshot).ofSheet());
  }

  private static JudgedCsv read(Resource resource, Path file, NamedCsv csv, RowParser parser) {
    Sink sink = new Sink(resource, file);
    Header header = csv.read(content -> new CsvRows(file.toString(), parser).read(content, sink));
    return new JudgedCsv(header.unknown(resource), sink.rows);
  }

  private static final class Sink implements RowParser.RowSink {
    private final Resource resource;
    private final Path file;
    private final List<Row> rows = new ArrayList<>();

    Sink(Resource resource, Path file) {
      this.resource = resource;
      this.file = file;
    }

    @Override
    public void row(long line, RowParser row) {
      Set<String> refused =
          row.faults().stream()
              .filter(fault -> fault.level() == Level.ROW)
              .map(ValueFault::field)
              .collect(Collectors.toSet());
      Map<String, Object> values = new LinkedHashMap<>();
      for (Field field : resource.fields()) {
        Object value = SmallCsv.value(field, row.parser(field.name()).slot());
        if (value != null && !refused.contains(field.name())) {
          values.put(field.name(), value);
        }
      }
      add(new Row(line, line, values, row.faults()));
    }

    @Override
    public void unparsed(long line, long lastLine, String message) {
      add(
          new Row(
              line,
              lastLine,
              Map.of(),
              List.of(ValueFault.ofRow(ValidationCode.PARSE, null, message))));
    }

    private void add(Row row) {
      if (rows.size() == ReadingLimits.HELD_ROWS) {
        throw ReadingLimits.tooManyRows(file.toString());
      }
      rows.add(row);
    }
  }
}
