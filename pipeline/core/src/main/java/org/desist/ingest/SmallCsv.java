// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
  // Nothing in them depends on the date of a snapshot.
  private static final LocalDate NO_SNAPSHOT = LocalDate.EPOCH;

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
    return read(resource, file, code, judge, Optional.empty());
  }

  /**
   * The same of a file that others made, whose further columns are no fault.
   *
   * @param ignored takes the names of columns that are not read
   */
  public static List<Map<String, Object>> read(
      Resource resource,
      Path file,
      ErrorCode code,
      Function<Map<String, Object>, List<String>> judge,
      Consumer<String> ignored) {
    return read(resource, file, code, judge, Optional.of(ignored));
  }

  private static List<Map<String, Object>> read(
      Resource resource,
      Path file,
      ErrorCode code,
      Function<Map<String, Object>, List<String>> judge,
      Optional<Consumer<String>> ignored) {
    RowParser parser = new RowParser(resource, NO_SNAPSHOT);
    Sink sink = new Sink(resource, file, judge);
    try {
      new NamedCsv(file)
          .read(
              content -> {
                Header header = new CsvRows(file.toString(), parser).read(content, sink);
                if (ignored.isPresent()) {
                  header.unknown(resource).forEach(ignored.get());
                } else {
                  sink.header(header);
                }
                return sink;
              });
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
  static Object value(Field field, ValueSlot slot) {
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

  private static final class Sink implements RowParser.RowSink {
    private final Resource resource;
    private final Path file;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Long> keys = new HashMap<>();
    private final Function<Map<String, Object>, List<String>> judge;
    private long count;

    Sink(Resource resource, Path file, Function<Map<String, Object>, List<String>> judge) {
      this.resource = resource;
      this.file = file;
      this.judge = judge;
    }

    /** A column that is not read may be one whose name was written wrongly. */
    void header(Header header) {
      List<String> known = resource.fields().stream().map(Field::name).toList();
      List<String> unknown = header.unknown(resource);
      for (int i = unknown.size() - 1; i >= 0; i--) {
        count++;
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
      for (ValueFault fault : row.faults()) {
        addFault(
            String.format(Locale.ROOT, "  line %d, %s: %s", line, fault.field(), fault.message()));
      }
      if (!row.faults().isEmpty()) {
        return;
      }
      Long first = keys.putIfAbsent(row.key(), line);
      if (first != null) {
        addFault(
            String.format(
                Locale.ROOT, "  line %d repeats the key %s of line %d", line, row.key(), first));
      }
      Map<String, Object> values = new LinkedHashMap<>();
      for (Field field : resource.fields()) {
        values.put(field.name(), value(field, row.parser(field.name()).slot()));
      }
      if (rows.size() == ReadingLimits.HELD_ROWS) {
        throw ReadingLimits.tooManyRows(file.toString());
      }
      judge
          .apply(values)
          .forEach(fault -> addFault(String.format(Locale.ROOT, "  line %d: %s", line, fault)));
      rows.add(values);
    }

    @Override
    public void unparsed(long line, long lastLine, String message) {
      addFault(String.format(Locale.ROOT, "  line %d: %s", line, message));
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
        shown.add(String.format(Locale.ROOT, "  and %d more", count - SHOWN));
      }
      return shown;
    }
  }
}
