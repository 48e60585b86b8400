// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
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
  private static final int NO_SNAPSHOT = 0;

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
    Sink sink = new Sink(resource);
    try (InputStream in = Files.newInputStream(file)) {
      new CsvRows(file.toString(), parser).read(in, sink);
    } catch (RefusedFileException e) {
      throw new DesistException(code, e.getMessage(), e);
    } catch (IOException e) {
      throw new DesistException(
          code,
          "Cannot read %s: %s. Check that it is there and is UTF-8 text."
              .formatted(file, e.getMessage()),
          e);
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
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    Sink(Resource resource) {
      this.resource = resource;
    }

    @Override
    public void row(long line, RowParser row) {
      for (Fault fault : row.faults()) {
        faults.add("  line %d, %s: %s".formatted(line, fault.field(), fault.message()));
      }
      if (!row.faults().isEmpty()) {
        return;
      }
      if (!keys.add(row.key())) {
        faults.add("  line %d repeats the key %s".formatted(line, row.key()));
      }
      Map<String, Object> values = new LinkedHashMap<>();
      for (Field field : resource.fields()) {
        values.put(field.name(), value(field, row.parser(field.name()).slot()));
      }
      rows.add(values);
    }

    @Override
    public void unparsed(long line, String message) {
      faults.add("  line %d: %s".formatted(line, message));
    }

    private List<String> shown() {
      if (faults.size() <= SHOWN) {
        return faults;
      }
      List<String> shown = new ArrayList<>(faults.subList(0, SHOWN));
      shown.add("  and %d more".formatted(faults.size() - SHOWN));
      return shown;
    }
  }
}
