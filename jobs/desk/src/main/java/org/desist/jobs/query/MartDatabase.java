// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desist.engine.EngineFiles;
import org.desist.engine.EngineRoom;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.publish.RequestMarts;
import org.desist.run.Folders;
import org.desist.run.Versions;
import org.desist.storage.LocalCopy;

/**
 * DuckDB in memory over one version's Parquet files, or, when the version lies where DuckDB cannot
 * read, over a copy of them that lives as long as this: a view {@code published.MART} per published
 * mart and, only when asked for, {@code restricted.MART} per restricted one. A bare name means the
 * restricted mart where both are there. No file but those that the views name can be reached, and
 * settings cannot be changed.
 */
public final class MartDatabase implements AutoCloseable {
  private final String runId;
  private final Connection connection;
  private final List<LocalCopy> copies;
  private final List<Mart> marts;

  private MartDatabase(
      String runId, Connection connection, List<LocalCopy> copies, List<Mart> marts) {
    this.runId = runId;
    this.connection = connection;
    this.copies = List.copyOf(copies);
    this.marts = List.copyOf(marts);
  }

  /**
   * A mart that can be asked.
   *
   * @param area {@code published} or {@code restricted}
   * @param name of the mart
   */
  public record Mart(String area, String name) {}

  /** Opens the published marts of the current version. */
  public static MartDatabase published(Path out) {
    return open(out, List.of("published"), null);
  }

  /** Opens all marts of the current version, person-level ones included. */
  public static MartDatabase restricted(Path out) {
    return open(out, List.of("restricted", "published"), null);
  }

  /** As {@link #published}, with one file that an answer may be written to. */
  static MartDatabase publishedInto(Path out, Path answer) {
    return open(out, List.of("published"), answer);
  }

  /** As {@link #restricted}, with one file that an answer may be written to. */
  static MartDatabase restrictedInto(Path out, Path answer) {
    return open(out, List.of("restricted", "published"), answer);
  }

  /**
   * Opens the marts of a version that need not be the current one.
   *
   * @throws DesistException NOTHING_PUBLISHED when the run has no version
   */
  public static MartDatabase ofRun(Path out, String runId, Query.Area area) {
    Versions.below(out).published(runId, "read");
    return switch (area) {
      case PUBLISHED -> open(out, runId, List.of("published"), null);
      case RESTRICTED -> open(out, runId, List.of("restricted", "published"), null);
    };
  }

  /** The run whose version this is. */
  public String runId() {
    return runId;
  }

  /** Sorted by area, then name. */
  public List<Mart> marts() {
    return marts;
  }

  /** Whether a mart is there and can be asked. */
  public boolean has(String area, String name) {
    return marts.contains(new Mart(area, name));
  }

  /** The connection, for one statement at a time. */
  public Connection connection() {
    return connection;
  }

  /**
   * The rows of a small query, in order, each by column name in the select's order.
   *
   * @param query its file on the class path, such as {@code sql/query/run/cohorts.sql}
   * @param values bound to it, never pasted
   */
  public List<Map<String, Object>> rows(String query, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(Resources.text(query))) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<Map<String, Object>> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          Map<String, Object> row = new LinkedHashMap<>();
          for (int column = 1; column <= columns; column++) {
            row.put(result.getMetaData().getColumnLabel(column), result.getObject(column));
          }
          rows.add(row);
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new DesistException(
          ErrorCode.ENGINE, "Cannot read the marts (%s): %s".formatted(query, e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw engine(e);
    } finally {
      copies.forEach(LocalCopy::close);
    }
  }

  private static MartDatabase open(Path out, List<String> areas, Path answer) {
    String runId = Versions.below(out).seen("query " + out);
    return open(out, runId, areas, answer);
  }

  private static MartDatabase open(Path out, String runId, List<String> areas, Path answer) {
    Path version = Versions.below(out).folder(runId).toAbsolutePath();
    List<LocalCopy> copies = new ArrayList<>();
    try {
      Connection connection = EngineRoom.connection();
      List<Mart> marts = new ArrayList<>();
      List<Path> readable = new ArrayList<>();
      for (String area : areas.stream().sorted().toList()) {
        LocalCopy copy = LocalCopy.of(version.resolve(area));
        copies.add(copy);
        execute(connection, "create schema " + area);
        for (Map.Entry<String, List<Path>> mart :
            files(version.resolve(area), copy.path()).entrySet()) {
          marts.add(view(connection, area, mart));
          readable.addAll(mart.getValue());
        }
      }
      // What finished comparison requests published belongs to no version.
      for (Map.Entry<String, List<Path>> mart : RequestMarts.files(out).entrySet()) {
        marts.add(view(connection, "published", mart));
        readable.addAll(mart.getValue());
      }
      marts.sort(Comparator.comparing(Mart::area).thenComparing(Mart::name));
      if (answer != null) {
        readable.add(answer);
      }
      lock(connection, readable, areas);
      return new MartDatabase(runId, connection, copies, marts);
    } catch (SQLException e) {
      copies.forEach(LocalCopy::close);
      throw engine(e);
    } catch (RuntimeException e) {
      copies.forEach(LocalCopy::close);
      throw e;
    }
  }

  /** The files of each mart of an area, as the version lists them; read where they are copied. */
  private static Map<String, List<Path>> files(Path area, Path copy) {
    Map<String, List<Path>> marts = new TreeMap<>();
    for (String name : Folders.names(area)) {
      List<Path> files =
          EngineFiles.of(area.resolve(name)).stream()
              .map(file -> copy.resolve(name).resolve(file.getFileName().toString()))
              .toList();
      if (!files.isEmpty()) {
        marts.put(name, files);
      }
    }
    return marts;
  }

  private static Mart view(Connection connection, String area, Map.Entry<String, List<Path>> mart)
      throws SQLException {
    execute(
        connection,
        "create view %s.\"%s\" as select * from %s"
            .formatted(
                area, mart.getKey().replace("\"", "\"\""), EngineFiles.table(mart.getValue())));
    return new Mart(area, mart.getKey());
  }

  /** Nothing but these files can be read from now on, and no setting says otherwise any more. */
  private static void lock(Connection connection, List<Path> files, List<String> areas)
      throws SQLException {
    execute(connection, "set allowed_paths = " + EngineFiles.reachable(files));
    execute(connection, "set autoload_known_extensions = false");
    execute(connection, "set autoinstall_known_extensions = false");
    execute(connection, "set allow_community_extensions = false");
    execute(connection, "set enable_external_access = false");
    execute(connection, "set search_path = " + EngineFiles.text(String.join(",", areas)));
    execute(connection, "set lock_configuration = true");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static DesistException engine(SQLException cause) {
    return new DesistException(
        ErrorCode.ENGINE, "Cannot open the marts: " + SqlMessage.of(cause), cause);
  }
}
