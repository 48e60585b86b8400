// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.desist.contract.Resource;
import org.desist.contract.ValidationCode;
import org.desist.contract.ValidationCode.Level;

/** Writes good rows, the faults of others and warnings to a file each, and counts. */
class PartWriter implements RowParser.RowSink, AutoCloseable {
  private final String file;
  private final long firstNumber;
  private final long maximumRefused;
  private final ParquetTable rows;
  private final FaultTable quarantine;
  private final FaultTable warnings;
  private final List<ValueSlot> slots = new ArrayList<>();
  private final ValueSlot numberSlot = new ValueSlot();
  private final Map<ValidationCode, Long> refused = new EnumMap<>(ValidationCode.class);
  private final Map<ValidationCode, Long> warned = new EnumMap<>(ValidationCode.class);
  private final Set<ValidationCode> seen = EnumSet.noneOf(ValidationCode.class);
  private long rowsRead;
  private long rowsGood;

  /**
   * Opens the files.
   *
   * @param maximumRefused rows above which reading stops
   */
  PartWriter(PartOutput output, PartSource source, RowParser row, long maximumRefused) {
    Resource resource = source.resource();
    int part = source.part();
    this.file = source.file();
    this.maximumRefused = maximumRefused;
    this.firstNumber = RowPlace.number(part, 0);
    this.rows = ParquetTable.create(output.rows(resource, part), IngestColumns.numbered(resource));
    this.quarantine = new FaultTable(output.quarantine(resource, part), resource.name());
    this.warnings = new FaultTable(output.warning(resource, part), resource.name());
    slots.add(numberSlot);
    slots.addAll(row.slots());
  }

  @Override
  public void row(long line, RowParser row) {
    rowsRead++;
    if (row.faults().isEmpty() || !isRefused(line, row)) {
      rowsGood++;
      numberSlot.set(number(line, row));
      rows.write(slots);
    } else {
      checkRefused(line);
    }
  }

  @Override
  public void unparsed(long line, long lastLine, String message) {
    rowsRead++;
    refused.merge(ValidationCode.PARSE, 1L, Long::sum);
    quarantine.write(
        file,
        line,
        firstNumber + line,
        null,
        ValueFault.ofRow(ValidationCode.PARSE, null, message));
    checkRefused(line);
  }

  /** The number of the row at hand in its resource. */
  long number(long line, RowParser row) {
    return firstNumber + line;
  }

  /** A file of nothing but faults is not worth reading to its end. */
  private void checkRefused(long line) {
    if (rowsRead - rowsGood > maximumRefused) {
      throw new RefusedFileException(
          ValidationCode.TOO_MANY_REJECTS,
          String.format(
              Locale.ROOT,
              "Cannot take %s: by line %,d more than %,d of its rows are refused (%s), and reading stopped there. Have the extract mended and run again; the method file sets the number as reading.max_rejected_rows.",
              file,
              line,
              maximumRefused,
              refused.entrySet().stream()
                  .map(code -> String.format(Locale.ROOT, "%s %,d", code.getKey(), code.getValue()))
                  .collect(Collectors.joining(", "))));
    }
  }

  /** Writes down every fault; false when all are warnings. */
  private boolean isRefused(long line, RowParser row) {
    String key = row.key();
    for (ValueFault fault : row.faults()) {
      FaultTable table = fault.level() == Level.ROW ? quarantine : warnings;
      table.write(file, line, number(line, row), key, fault);
    }
    count(row.faults(), Level.ROW, refused);
    count(row.faults(), Level.WARNING, warned);
    return row.faults().stream().anyMatch(fault -> fault.level() == Level.ROW);
  }

  /** Counts the row once under each of its codes. */
  private void count(List<ValueFault> faults, Level level, Map<ValidationCode, Long> counts) {
    seen.clear();
    for (ValueFault fault : faults) {
      if (fault.level() == level && seen.add(fault.code())) {
        counts.merge(fault.code(), 1L, Long::sum);
      }
    }
  }

  long rowsRead() {
    return rowsRead;
  }

  long rowsGood() {
    return rowsGood;
  }

  Map<ValidationCode, Long> refused() {
    return refused;
  }

  Map<ValidationCode, Long> warned() {
    return warned;
  }

  @Override
  public void close() {
    rows.close();
    quarantine.close();
    warnings.close();
  }
}
