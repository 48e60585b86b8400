// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.desist.contract.Resource;
import org.desist.contract.ValidationCode.Level;
import org.desist.correction.Corrections;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Reads corrected rows by the reader of the extracts and writes them as an ingest does, under the
 * numbers of the rows they answer: what follows cannot tell them from rows that came right.
 */
public final class CorrectedRows implements AutoCloseable {
  private static final String ROWS_FILE = "corrected-00000.parquet";

  private final Resource resource;
  private final Map<String, Long> parts;
  private final Map<RowPlace, Long> lastOf = new TreeMap<>();
  private final List<Long> numbers = new ArrayList<>();
  private final ValueSlot numberSlot = new ValueSlot();
  private final ParquetTable rows;
  private final FaultTable quarantine;
  private final FaultTable warnings;
  private long reading;

  /**
   * Opens the files to write: {@code RESOURCE/}, {@code _quarantine/} and {@code _warning/} below a
   * folder.
   *
   * @param parts the place of each file among the files of the resource, by name
   */
  public CorrectedRows(Resource resource, Map<String, Long> parts, Path folder) {
    this.resource = resource;
    this.parts = Map.copyOf(parts);
    this.rows =
        ParquetTable.create(
            folder.resolve(resource.name()).resolve(ROWS_FILE), IngestColumns.numbered(resource));
    String faults = resource.name() + ".parquet";
    this.quarantine =
        new FaultTable(folder.resolve("_quarantine").resolve(faults), resource.name());
    this.warnings = new FaultTable(folder.resolve("_warning").resolve(faults), resource.name());
  }

  /** The rows that are answered, by their numbers; each once. */
  public List<Long> numbers() {
    return List.copyOf(numbers);
  }

  /**
   * Reads files of corrected rows, each row with its place. Of two that answer one row the later
   * holds, in the order of the files and of their lines.
   *
   * @throws DesistException STORAGE when a file cannot be read
   */
  public void read(List<Path> files, LocalDate snapshot) {
    // Once to see which row is the last of its place, once to write it.
    for (Path file : files) {
      read(file, snapshot, new Places());
    }
    reading = 0;
    for (Path file : files) {
      read(file, snapshot, new Writing());
    }
  }

  private void read(Path file, LocalDate snapshot, RowParser.RowSink sink) {
    RowParser parser = new RowParser(CorrectedResource.of(resource), snapshot);
    try {
      new NamedCsv(file).read(content -> new CsvRows(file.toString(), parser).read(content, sink));
    } catch (DesistException e) {
      if (e.code() == ErrorCode.STORAGE) {
        throw e;
      }
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot read the corrected rows in %s: %s Bring the file back from its backup: later corrections rest on it."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static RowPlace place(RowParser row) {
    return new RowPlace(
        row.parser(Corrections.FILE_COLUMN).slot().text(),
        row.parser(Corrections.LINE_COLUMN).slot().number());
  }

  @Override
  public void close() {
    rows.close();
    quarantine.close();
    warnings.close();
  }

  private void damaged(long line) {
    throw new DesistException(
        ErrorCode.STORAGE,
        String.format(
            Locale.ROOT,
            "Cannot read the corrected rows of %s: line %d is damaged. Bring the file back from its backup: later corrections rest on it.",
            resource.name(),
            line));
  }

  /** Finds the last row of each place. */
  private final class Places implements RowParser.RowSink {
    @Override
    public void row(long line, RowParser row) {
      RowPlace place = place(row);
      if (!parts.containsKey(place.file())) {
        throw new DesistException(
            ErrorCode.STORAGE,
            "Cannot use the corrected rows of %s: the snapshot has no file %s. Remove their folder and replay again."
                .formatted(resource.name(), place.file()));
      }
      lastOf.put(place, ++reading);
    }

    @Override
    public void unparsed(long line, long lastLine, String message) {
      damaged(line);
    }
  }

  /** Writes the last row of each place. */
  private final class Writing implements RowParser.RowSink {
    @Override
    public void row(long line, RowParser row) {
      RowPlace place = place(row);
      if (lastOf.get(place) != ++reading) {
        return;
      }
      long number = RowPlace.number(parts.get(place.file()), place.line());
      numbers.add(number);
      boolean isRefused = false;
      for (ValueFault fault : row.faults()) {
        boolean refuses = fault.level() == Level.ROW;
        FaultTable table = refuses ? quarantine : warnings;
        table.write(place.file(), place.line(), number, row.key(), fault);
        isRefused |= refuses;
      }
      if (!isRefused) {
        numberSlot.set(number);
        List<ValueSlot> slots = new ArrayList<>(List.of(numberSlot));
        // Without the last two: file and line.
        slots.addAll(row.slots().subList(0, row.slots().size() - 2));
        rows.write(slots);
      }
    }

    @Override
    public void unparsed(long line, long lastLine, String message) {
      damaged(line);
    }
  }
}
