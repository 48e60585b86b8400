// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.InputFiles;

/** A table of units on disk, read from start to end as often as it takes. */
interface UnitRows {
  /** Takes one row. */
  interface Sink {
    /**
     * Takes a row.
     *
     * @param place line of a CSV file, or row of a Parquet file, from 1
     * @param values of the columns asked for, in their order; null where there is none
     */
    void row(long place, String[] values);
  }

  /** What a file says that a column holds. */
  enum Type {
    /** Text, flags, or whatever the texts of a CSV file come to. */
    TEXT,
    /** Numbers. */
    NUMBER,
    /** Dates or times. */
    TIME,
    /** What no unit can have: lists, records, bytes. */
    OTHER
  }

  /** Names in the order of the file. */
  List<String> columns();

  /** What the file says that a column holds. */
  Type type(String column);

  /** Hands over every row in the order of the file. */
  void read(List<String> columns, Sink sink);

  /** What a place is called: line or row. */
  String placeName();

  /**
   * Opens a file by its ending: .parquet, .csv.gz, and anything else as CSV.
   *
   * @param wanted columns that it should have
   * @throws DesistException MISSING_RESOURCE when there is no such file; UNREADABLE when it cannot
   *     be read
   */
  static UnitRows open(Path file, List<String> wanted) {
    Optional<String> problem = InputFiles.problem(file);
    if (problem.isPresent()) {
      throw new DesistException(
          ErrorCode.MISSING_RESOURCE,
          "Cannot read %s: %s. Check the path given to --units.".formatted(file, problem.get()));
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".parquet") ? new ParquetUnits(file) : new CsvUnits(file, wanted);
  }
}
