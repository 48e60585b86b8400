// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.repository;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptException;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Tables in PostgreSQL, over one connection. The connection of a run also holds the output folder's
 * lock, an advisory lock of its session: when the process dies the server gives it back, and when
 * the server dies the run can write nothing more into the history.
 */
final class PostgresTables implements Tables {
  private static final String SCHEMA = "org/springframework/batch/core/schema-postgresql.sql";

  /** Lock of those who make the tables; no output folder's, since those are never negative. */
  private static final long TABLES = -1;

  private static final String REFUSED = "28";
  private static final String NOT_ALLOWED = "42501";
  private static final String NO_DATABASE = "3D000";

  private final Connection connection;
  private final SingleConnectionDataSource source;
  private final Path out;

  private PostgresTables(Connection connection, Path out) {
    this.connection = connection;
    // Closing is left to us: Spring Batch closes what it was lent after each statement.
    this.source = new SingleConnectionDataSource(connection, true);
    this.out = out;
  }

  static Tables lock(JobsServer server, Path out) {
    return connect(
        server,
        out,
        connection -> {
          createTables(connection);
          AdvisoryLock.take(connection, out);
        });
  }

  static Optional<Tables> read(JobsServer server, Path out) {
    PostgresTables tables = connect(server, out, connection -> {});
    try {
      if (hasTables(tables.connection)) {
        return Optional.of(tables);
      }
      tables.close();
      return Optional.empty();
    } catch (SQLException e) {
      tables.close();
      throw failure(server, e);
    }
  }

  /** What is done with a new connection before anyone uses it. */
  private interface Preparation {
    void prepare(Connection connection) throws SQLException;
  }

  private static PostgresTables connect(JobsServer server, Path out, Preparation preparation) {
    Connection connection = null;
    try {
      Properties properties = server.properties();
      PGProperty.APPLICATION_NAME.set(properties, AdvisoryLock.thisProcess());
      connection = new Driver().connect(server.url(), properties);
      preparation.prepare(connection);
      return new PostgresTables(connection, out);
    } catch (SQLException e) {
      close(connection);
      throw failure(server, e);
    } catch (ScriptException e) {
      close(connection);
      throw e.getCause() instanceof SQLException cause ? failure(server, cause) : e;
    } catch (DesistException e) {
      close(connection);
      throw e;
    }
  }

  @Override
  public DataSource source() {
    return source;
  }

  @Override
  public String databaseType() {
    return "POSTGRES";
  }

  @Override
  public boolean isLocked() {
    try {
      return AdvisoryLock.holder(connection, out).isPresent();
    } catch (SQLException e) {
      throw JobDatabase.failure("ask the job repository who is at work", e);
    }
  }

  @Override
  public void close() {
    close(connection);
  }

  /** A connection that is broken already has nothing more to give back. */
  private static void close(Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        return;
      }
    }
  }

  /** Creates the tables once, also when two processes come at the same time. */
  private static void createTables(Connection connection) throws SQLException {
    if (hasTables(connection)) {
      return;
    }
    // Taken outside of the transaction: one that had begun to wait would not see what it waited
    // for.
    try (var statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(" + TABLES + ")");
      if (!hasTables(connection)) {
        connection.setAutoCommit(false);
        ScriptUtils.executeSqlScript(connection, new ClassPathResource(SCHEMA));
        connection.commit();
        connection.setAutoCommit(true);
      }
      statement.execute("select pg_advisory_unlock(" + TABLES + ")");
    }
  }

  private static boolean hasTables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("select to_regclass('batch_job_instance')")) {
      result.next();
      return result.getString(1) != null;
    }
  }

  private static DesistException failure(JobsServer server, SQLException cause) {
    String state = cause.getSQLState() == null ? "" : cause.getSQLState();
    if (state.startsWith(REFUSED)) {
      return new DesistException(
          ErrorCode.NO_ACCESS,
          "Cannot open the job repository %s: it refuses the user or the password. Check DESIST_JOBS_USER and DESIST_JOBS_PASSWORD."
              .formatted(server.label()),
          cause);
    }
    if (state.equals(NOT_ALLOWED)) {
      return new DesistException(
          ErrorCode.NO_ACCESS,
          "Cannot open the job repository %s: its user may not make tables there. Grant it CREATE on the schema, then run again."
              .formatted(server.label()),
          cause);
    }
    if (state.equals(NO_DATABASE)) {
      return new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot open the job repository %s: there is no such database. Create it, or correct --jobs."
              .formatted(server.label()),
          cause);
    }
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot open the job repository %s: %s Check that the server is up and can be reached, then run again."
            .formatted(server.label(), sentence(cause)),
        cause);
  }

  private static String sentence(SQLException cause) {
    String text = String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip();
    return text.endsWith(".") ? text : text + ".";
  }
}
