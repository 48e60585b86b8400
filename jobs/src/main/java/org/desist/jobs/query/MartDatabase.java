// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.publish.RequestMarts;
import org.desist.run.Versions;
import org.desist.storage.LocalCopy;

/**
 * DuckDB in memory over one version's Parquet files, or, when the version lies where DuckDB cannot
 * read, over a copy of them that lives as long as this: a view {@code published.MART} per published
 * mart and, only when asked for, {@code restricted.MART} per restricted one. A bare name means the
 * restricted mart where both are there. Files other than the version's cannot be reached, and
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
    if (!Versions.below(out).has(runId)) {
      throw new DesistException(
          ErrorCode.NOTHING_PUBLISHED,
          "Cannot read the version of %s: the run has published none, or it has been removed from %s. List the runs with: desist runs"
              .formatted(runId, out));
    }
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
      Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties());
      List<Mart> marts = new ArrayList<>();
      for (String area : areas.stream().sorted().toList()) {
        LocalCopy copy = LocalCopy.of(version.resolve(area));
        copies.add(copy);
        marts.addAll(views(connection, area, copy.path()));
      }
      marts.addAll(requests(connection, out));
      marts.sort(Comparator.comparing(Mart::area).thenComparing(Mart::name));
      List<Path> readable = new ArrayList<>(copies.stream().map(LocalCopy::path).toList());
      readable.add(RequestMarts.folder(out).toAbsolutePath().normalize());
      lock(connection, readable, areas, answer);
      return new MartDatabase(runId, connection, copies, marts);
    } catch (SQLException e) {
      copies.forEach(LocalCopy::close);
      throw engine(e);
    } catch (RuntimeException e) {
      copies.forEach(LocalCopy::close);
      throw e;
    }
  }

  private static Properties properties() {
    Properties properties = new Properties();
    // Large answers pass through row by row instead of being held.
    properties.setProperty("jdbc_stream_results", "true");
    return properties;
  }

  private static List<Mart> views(Connection connection, String area, Path folder)
      throws SQLException {
    List<Mart> marts = new ArrayList<>();
    execute(connection, "create schema " + area);
    for (String name : folders(folder)) {
      String files = text(folder.resolve(name).resolve("**/*.parquet").toString());
      execute(
          connection,
          "create view %s.\"%s\" as select * from read_parquet(%s)"
              .formatted(area, name.replace("\"", "\"\""), files));
      marts.add(new Mart(area, name));
    }
    return marts;
  }

  /** What finished comparison requests published belongs to no version. */
  private static List<Mart> requests(Connection connection, Path out) throws SQLException {
    List<Mart> marts = new ArrayList<>();
    for (Map.Entry<String, String> mart : RequestMarts.patterns(out).entrySet()) {
      execute(
          connection,
          "create view published.%s as select * from read_parquet(%s)"
              .formatted(mart.getKey(), text(mart.getValue())));
      marts.add(new Mart("published", mart.getKey()));
    }
    return marts;
  }

  private static void lock(
      Connection connection, List<Path> folders, List<String> areas, Path answer)
      throws SQLException {
    String allowed =
        folders.stream().map(folder -> text(folder + "/")).collect(Collectors.joining(", "));
    execute(connection, "set allowed_directories = [" + allowed + "]");
    if (answer != null) {
      execute(connection, "set allowed_paths = [" + text(answer.toAbsolutePath() + "") + "]");
    }
    execute(connection, "set enable_external_access = false");
    execute(connection, "set search_path = " + text(String.join(",", areas)));
    execute(connection, "set lock_configuration = true");
  }

  private static List<String> folders(Path area) {
    if (!Files.isDirectory(area)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(area)) {
      return entries
          .filter(MartDatabase::hasParquet)
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE, "Cannot list " + area + ". Check that it is readable.", e);
    }
  }

  private static boolean hasParquet(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".parquet"));
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE, "Cannot list " + folder + ". Check that it is readable.", e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private static DesistException engine(SQLException cause) {
    return new DesistException(
        ErrorCode.ENGINE, "Cannot open the marts: " + SqlMessage.of(cause), cause);
  }
}
