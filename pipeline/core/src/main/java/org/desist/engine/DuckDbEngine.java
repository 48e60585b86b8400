// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBFunctions;

/** The embedded default: one machine, in process, in memory with spilling to a folder. */
public final class DuckDbEngine implements Engine {
  /** An order of the outermost select. */
  private static final Pattern FINAL_ORDER =
      Pattern.compile("\\border\\s+by\\b[^)]*$", Pattern.CASE_INSENSITIVE);

  private final Connection connection;
  private final int threads;

  private DuckDbEngine(Connection connection, int threads) {
    this.connection = connection;
    this.threads = threads;
  }

  /**
   * Starts DuckDB in memory.
   *
   * @param threads how many cores to use
   * @param memoryMegabytes where DuckDB starts to spill
   * @param spill folder for what does not fit in memory
   */
  public static DuckDbEngine start(int threads, int memoryMegabytes, Path spill) {
    Properties properties = new Properties();
    properties.setProperty("threads", Integer.toString(threads));
    properties.setProperty("memory_limit", memoryMegabytes + "MB");
    // Set as a property, it is no part of a statement.
    properties.setProperty("temp_directory", spill.toAbsolutePath().toString());
    // A result that is to be in order says so itself.
    properties.setProperty("preserve_insertion_order", "false");
    properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    try {
      DuckDbEngine engine = new DuckDbEngine(EngineFiles.duckDb(properties), threads);
      engine.execute("set timezone = 'UTC'");
      StrictFunctions.all().forEach(engine::register);
      engine.define("sql/functions/duckdb.sql");
      engine.define("sql/functions/shared.sql");
      engine.define("sql/functions/bands.sql");
      engine.define("sql/functions/money.sql");
      engine.define("sql/functions/difference.sql");
      return engine;
    } catch (SQLException e) {
      throw failure("start DuckDB", e);
    }
  }

  private void define(String script) {
    for (SqlFunction function : SqlFunction.parse(Resources.text(script))) {
      // Macros paste their arguments in, untyped: casts give them the declared types.
      String body =
          function.isTable()
              ? "table " + function.body()
              : "cast((%s) as %s)".formatted(function.body(), function.result());
      execute(
          "create or replace macro %s(%s) as %s"
              .formatted(function.name(), String.join(", ", function.parameters()), body));
    }
  }

  @Override
  public String name() {
    return "duckdb";
  }

  @Override
  public String version() {
    return "DuckDB " + rows("select version() as v").get(0).get("v");
  }

  @Override
  public void mount(String table, Path folder) {
    view(table, "select * from " + EngineFiles.table(EngineFiles.required(folder)));
  }

  /** Makes one file readable as a table, with the number of each row, from 0. */
  public void mountNumbered(String table, Path file) {
    view(table, "select * from " + EngineFiles.numbered(file));
  }

  @Override
  public void view(String name, String select) {
    execute("create or replace temp view " + name + " as " + select);
  }

  @Override
  public void hold(SmallTable table) {
    String columns =
        table.columns().stream()
            .map(c -> c.name() + " " + c.type())
            .collect(Collectors.joining(", "));
    execute("create or replace temp table " + table.name() + " (" + columns + ")");
    try (DuckDBAppender appender =
        ((DuckDBConnection) connection).createAppender("temp", "main", table.name())) {
      for (List<Object> row : table.rows()) {
        appender.beginRow();
        for (int i = 0; i < row.size(); i++) {
          append(appender, table.columns().get(i).type(), row.get(i));
        }
        appender.endRow();
      }
    } catch (SQLException e) {
      throw failure("hold the table " + table.name(), e);
    }
  }

  private static void append(DuckDBAppender appender, String type, Object value)
      throws SQLException {
    if (value == null) {
      appender.appendNull();
      return;
    }
    switch (type) {
      case "string" -> appender.append((String) value);
      case "int" -> appender.append(((Number) value).intValue());
      case "bigint" -> appender.append(((Number) value).longValue());
      case "double" -> appender.append(((Number) value).doubleValue());
      case "boolean" -> appender.append((boolean) value);
      case "date" -> appender.append((LocalDate) value);
      case SmallTable.MONEY -> appender.append((BigDecimal) value);
      default -> throw new IllegalArgumentException("No DuckDB type for " + type);
    }
  }

  @Override
  public void register(ScalarFunction<?, ?> function) {
    try {
      registerTyped(function);
    } catch (SQLException e) {
      throw failure("register the function " + function.name(), e);
    }
  }

  @SuppressWarnings("unchecked")
  private <A, R> void registerTyped(ScalarFunction<A, R> function) throws SQLException {
    DuckDBFunctions.scalarFunction()
        .withName(function.name())
        .withParameter(function.argument())
        .withReturnType(function.result())
        .withFunction((A value) -> value == null ? null : function.apply(value))
        .withNullInNullOut()
        .register((DuckDBConnection) connection);
  }

  @Override
  public long write(String table, String select, Path folder) {
    String statement = EngineFiles.copy(select, folder.resolve("part-00000.parquet"));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE, "Cannot make the folder " + folder + ": " + e.getMessage(), e);
    }
    boolean ordered = FINAL_ORDER.matcher(select).find();
    execute("set preserve_insertion_order = " + ordered);
    long rows = execute(statement);
    mount(table, folder);
    return rows;
  }

  /** One connection; a statement takes all threads by itself. */
  @Override
  public int tablesAtOnce() {
    return 1;
  }

  @Override
  public List<Map<String, Object>> rows(String select) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(select)) {
      int width = result.getMetaData().getColumnCount();
      List<String> names = IntStream.rangeClosed(1, width).mapToObj(i -> label(result, i)).toList();
      List<Map<String, Object>> rows = new ArrayList<>();
      while (result.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < width; i++) {
          row.put(names.get(i), plain(result.getObject(i + 1)));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw failure("run a query", e);
    }
  }

  /** What is done with one row of a result; columns count from 1. */
  @FunctionalInterface
  public interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** Hands the rows of a large result over one by one, in order, without holding them. */
  public void each(String select, RowReader reader) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(select)) {
      while (result.next()) {
        reader.read(result);
      }
    } catch (SQLException e) {
      throw failure("run a query", e);
    }
  }

  private static String label(ResultSet result, int column) {
    try {
      return result.getMetaData().getColumnLabel(column);
    } catch (SQLException e) {
      throw failure("read a result", e);
    }
  }

  private static Object plain(Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : value;
  }

  @Override
  public <T extends Serializable> T run(Task<T> task) {
    try {
      return task.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new DesistException(ErrorCode.ENGINE, "A task failed: " + e, e);
    }
  }

  @Override
  public int tasksAtOnce() {
    return threads;
  }

  private long execute(String sql) {
    // A new statement each time: one that failed stays closed.
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet result = statement.getResultSet()) {
          return result.next() ? result.getLong(1) : 0;
        }
      }
      return statement.getLargeUpdateCount();
    } catch (SQLException e) {
      throw failure("run a statement", e);
    }
  }

  private static DesistException failure(String what, SQLException cause) {
    return new DesistException(
        ErrorCode.ENGINE, "Cannot " + what + " in DuckDB: " + cause.getMessage(), cause);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure("close the connection", e);
    }
  }
}
