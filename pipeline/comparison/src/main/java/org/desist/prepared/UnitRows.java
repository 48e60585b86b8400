// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.desist.engine.EngineFiles;
import org.desist.engine.EngineRoom;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.ingest.CsvText;
import org.desist.sent.SentFile;
import org.desist.sent.SentTable;
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

  /** What was recognised that is not CSV in UTF-8 with commas, one sentence each. */
  default List<String> notes() {
    return List.of();
  }

  /**
   * Opens a file: .parquet and .csv.gz by their ending, and anything else by its content.
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

  /**
   * Units from a CSV file with a header, packed by gzip where its name ends in .gz, or from a
   * spreadsheet. UTF-8 with commas is read as it is, however large; anything else is held in
   * memory.
   */
  static final class CsvUnits implements UnitRows {
    private final CsvText csv;
    private final Optional<SentTable> sent;

    /**
     * Reads the header.
     *
     * @param wanted columns that it should have
     */
    CsvUnits(Path file, List<String> wanted) {
      sent = SentFile.readUnlessPlain(file, texts -> score(wanted, texts));
      csv =
          sent.isPresent()
              ? new CsvText(file, sent.get().csv(), wanted)
              : new CsvText(file, wanted);
    }

    /** Most of the names asked for make a header, so that one that is wrong can be told. */
    private static int score(List<String> wanted, List<String> texts) {
      int there = (int) wanted.stream().filter(texts::contains).count();
      return 2 * there > wanted.size() ? there : 0;
    }

    @Override
    public List<String> notes() {
      return sent.map(SentTable::notes).orElse(List.of());
    }

    @Override
    public List<String> columns() {
      return csv.columns();
    }

    /** A CSV file has nothing but texts. */
    @Override
    public Type type(String column) {
      return Type.TEXT;
    }

    @Override
    public String placeName() {
      return sent.filter(SentTable::isSheet).isPresent() ? "row" : "line";
    }

    @Override
    public void read(List<String> wanted, Sink sink) {
      csv.read(wanted, sink::row);
    }
  }

  /** Units from a Parquet file, every value as DuckDB writes it. */
  static final class ParquetUnits implements UnitRows {
    private final Path file;
    private final Map<String, Type> types = new LinkedHashMap<>();

    ParquetUnits(Path file) {
      this.file = file;
      query(
          "describe select * from " + table(),
          row -> types.put(row.getString(1), typed(row.getString(2))));
    }

    @Override
    public List<String> columns() {
      return List.copyOf(types.keySet());
    }

    @Override
    public Type type(String column) {
      return types.get(column);
    }

    /** By DuckDB's name of the type. */
    private static Type typed(String name) {
      if (name.matches("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*")
          && !name.endsWith("]")) {
        return Type.NUMBER;
      }
      if (name.matches("DATE|TIME.*") && !name.endsWith("]")) {
        return Type.TIME;
      }
      return name.matches("VARCHAR|BOOLEAN|UUID|ENUM.*") && !name.endsWith("]")
          ? Type.TEXT
          : Type.OTHER;
    }

    @Override
    public String placeName() {
      return "row";
    }

    @Override
    public void read(List<String> wanted, Sink sink) {
      if (wanted.isEmpty()) {
        return;
      }
      String list =
          wanted.stream()
              .map(name -> "cast(\"" + name.replace("\"", "\"\"") + "\" as varchar)")
              .collect(Collectors.joining(", "));
      long[] place = {0};
      query(
          "select " + list + " from " + table(),
          row -> {
            String[] values = new String[wanted.size()];
            for (int i = 0; i < values.length; i++) {
              String value = row.getString(i + 1);
              values[i] = value == null || value.isEmpty() ? null : value;
            }
            place[0]++;
            sink.row(place[0], values);
          });
    }

    private String table() {
      return EngineFiles.table(List.of(file));
    }

    private void query(String sql, Work work) {
      try (Connection connection = EngineRoom.connection();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          work.on(rows);
        }
      } catch (SQLException e) {
        throw new DesistException(
            ErrorCode.UNREADABLE,
            "Cannot read %s: it is not a Parquet file, or a damaged one. Write it again."
                .formatted(file),
            e);
      }
    }

    private interface Work {
      void on(ResultSet row) throws SQLException;
    }
  }
}
