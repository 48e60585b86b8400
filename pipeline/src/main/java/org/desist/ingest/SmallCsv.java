// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.desist.contract.Field;
import org.desist.contract.Resource;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Reads a CSV file that a person wrote or a program froze, small enough to hold, by the reader of
 * the extracts: every value is checked, and every fault is named with its line.
 */
public final class SmallCsv {
  private static final int SHOWN = 20;
  // Nothing in them depends on the date of a snapshot.
  private static final LocalDate NO_SNAPSHOT = LocalDate.EPOCH;

  private SmallCsv() {}

  /**
   * The rows in their order, each by field name: String, Long, BigDecimal, LocalDate, Boolean or
   * null.
   *
   * @param code the error when a row is not as the resource describes it
   * @throws DesistException of that code, naming the faults found, twenty at most
   */
  public static List<Map<String, Object>> read(Resource resource, Path file, ErrorCode code) {
    RowParser parser = new RowParser(resource, NO_SNAPSHOT);
    Sink sink = new Sink(resource, file);
    try {
      new NamedCsv(file).read(content -> new CsvRows(file.toString(), parser).read(content, sink));
    } catch (DesistException e) {
      throw new DesistException(code, e.getMessage(), e);
    }
    if (!sink.faults.isEmpty()) {
      throw new DesistException(
          code,
          "Cannot use %s:%n%s%nCorrect the file and try again."
              .formatted(file, String.join("\n", sink.shown())));
    }
    return sink.rows;
  }

  /** The typed value of a slot; null when it has none. */
  static Object value(Field field, Slot slot) {
    if (!slot.isPresent()) {
      return null;
    }
    return switch (field.type()) {
      case STRING -> slot.text();
      case INTEGER -> slot.number();
      case NUMBER -> BigDecimal.valueOf(slot.real());
      case DATE -> LocalDate.ofEpochDay(slot.number());
      case BOOLEAN -> slot.number() == 1;
    };
  }

  private static final class Sink implements RowSink {
    private final Resource resource;
    private final Path file;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private long count;

    Sink(Resource resource, Path file) {
      this.resource = resource;
      this.file = file;
    }

    @Override
    public void row(long line, RowParser row) {
      for (Fault fault : row.faults()) {
        addFault("  line %d, %s: %s".formatted(line, fault.field(), fault.message()));
      }
      if (!row.faults().isEmpty()) {
        return;
      }
      if (!keys.add(row.key())) {
        addFault("  line %d repeats the key %s".formatted(line, row.key()));
      }
      Map<String, Object> values = new LinkedHashMap<>();
      for (Field field : resource.fields()) {
        values.put(field.name(), value(field, row.parser(field.name()).slot()));
      }
      if (rows.size() == ReadingLimits.HELD_ROWS) {
        throw ReadingLimits.tooManyRows(file.toString());
      }
      rows.add(values);
    }

    @Override
    public void unparsed(long line, long lastLine, String message) {
      addFault("  line %d: %s".formatted(line, message));
    }

    private void addFault(String fault) {
      count++;
      if (faults.size() < SHOWN) {
        faults.add(fault);
      }
    }

    private List<String> shown() {
      List<String> shown = new ArrayList<>(faults);
      if (count > SHOWN) {
        shown.add("  and %d more".formatted(count - SHOWN));
      }
      return shown;
    }
  }
}
