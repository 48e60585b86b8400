// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.desist.contract.Field;
import org.desist.contract.Resource;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.error.Nearest;

/**
 * Reads a CSV file that a person wrote or a program froze, small enough to hold, by the reader of
 * the extracts: every value is checked, and every fault is named with its line.
 */
public final class SmallCsv {
  private static final int SHOWN = 20;
  private static final int NO_SNAPSHOT = 0;

  private SmallCsv() {}

  /**
   * The rows in their order, each by field name: String, Long, BigDecimal with the digits that were
   * written, LocalDate, Boolean or null.
   *
   * @param code the error when a row is not as the resource describes it
   * @param judge what is wrong with a row whose values are each as the resource describes them
   * @throws DesistException of that code, naming the faults found, twenty at most
   */
  public static List<Map<String, Object>> read(
      Resource resource,
      Path file,
      ErrorCode code,
      Function<Map<String, Object>, List<String>> judge) {
    RowParser parser = new RowParser(resource, NO_SNAPSHOT);
    Sink sink = new Sink(resource, judge);
    try (InputStream in = Files.newInputStream(file)) {
      sink.header(new CsvRows(file.toString(), parser).read(in, sink));
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
      case NUMBER ->
          BigDecimal.valueOf(slot.real()).setScale(slot.decimals(), RoundingMode.HALF_UP);
      case DATE -> LocalDate.ofEpochDay(slot.number());
      case BOOLEAN -> slot.number() == 1;
    };
  }

  private static final class Sink implements RowSink {
    private final Resource resource;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Long> keys = new HashMap<>();
    private final Function<Map<String, Object>, List<String>> judge;

    Sink(Resource resource, Function<Map<String, Object>, List<String>> judge) {
      this.resource = resource;
      this.judge = judge;
    }

    /** A column that is not read may be one whose name was written wrongly. */
    void header(Header header) {
      List<String> known = resource.fields().stream().map(Field::name).toList();
      List<String> unknown = header.unknown(resource);
      for (int i = unknown.size() - 1; i >= 0; i--) {
        faults.add(
            0,
            "  line 1: there is no column %s here%s; correct its name or take it out"
                .formatted(
                    unknown.get(i),
                    Nearest.to(unknown.get(i), known)
                        .map(name -> ": the nearest is " + name)
                        .orElse("")));
      }
    }

    @Override
    public void row(long line, RowParser row) {
      for (Fault fault : row.faults()) {
        faults.add("  line %d, %s: %s".formatted(line, fault.field(), fault.message()));
      }
      if (!row.faults().isEmpty()) {
        return;
      }
      Long first = keys.putIfAbsent(row.key(), line);
      if (first != null) {
        faults.add("  line %d repeats the key %s of line %d".formatted(line, row.key(), first));
      }
      Map<String, Object> values = new LinkedHashMap<>();
      for (Field field : resource.fields()) {
        values.put(field.name(), value(field, row.parser(field.name()).slot()));
      }
      judge.apply(values).forEach(fault -> faults.add("  line %d: %s".formatted(line, fault)));
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
