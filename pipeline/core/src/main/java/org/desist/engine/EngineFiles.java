// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.ListedFiles;
import org.desist.storage.Locations;

/**
 * Names files to engines: the only place that does. A path is a name and nothing else: never a
 * pattern, a column (as {@code region=J} would be) or a setting, whatever characters it has. What a
 * folder holds is listed here; engines get files one by one.
 */
public final class EngineFiles {
  private static final String PARQUET = ".parquet";
  private static final String MEMORY = "jdbc:duckdb:";

  /** What DuckDB takes for a pattern; in brackets, each stands for itself. */
  private static final String PATTERN = "*?[";

  /** In a pattern DuckDB takes a backslash for a slash, unless it is within a range. */
  private static final String BACKSLASH = "[[-]]";

  private EngineFiles() {}

  /**
   * The Parquet files of a table: those that the manifest of its stage or version lists, or, where
   * there is none (yet), the plain ones right in its folder. Sorted; empty when there is no folder.
   *
   * @throws DesistException STORAGE when the folder or the manifest cannot be read
   */
  public static List<Path> of(Path table) {
    try {
      Optional<List<Path>> listed = ListedFiles.ofTable(table);
      if (listed.isPresent()) {
        return listed.get().stream().filter(EngineFiles::isParquet).sorted().toList();
      }
      if (!Files.isDirectory(table)) {
        return List.of();
      }
      try (Stream<Path> files = Files.list(table)) {
        return files
            .filter(EngineFiles::isParquet)
            .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
            .sorted()
            .toList();
      }
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot list %s: %s. Check that it is readable, then run again."
              .formatted(table, e.getMessage()),
          e);
    }
  }

  /** Whether a file is part of a table: engines keep others for themselves, named with . or _. */
  public static boolean isParquet(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(PARQUET) && !name.startsWith(".") && !name.startsWith("_");
  }

  /** The files of a table that must have some. */
  static List<Path> required(Path table) {
    List<Path> files = of(table);
    if (files.isEmpty()) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot read the table in %s: it has no Parquet file. Check that the folder is whole, then run again."
              .formatted(table));
    }
    return files;
  }

  /**
   * Files as one table for a statement of DuckDB, columns by name.
   *
   * @param files at least one
   */
  public static String table(List<Path> files) {
    return "read_parquet([%s], union_by_name = true, hive_partitioning = false)"
        .formatted(files.stream().map(EngineFiles::named).collect(Collectors.joining(", ")));
  }

  /** One file as a table for DuckDB, with the number of each row, from 0, as file_row_number. */
  public static String numbered(Path file) {
    return "read_parquet([%s], file_row_number = true, hive_partitioning = false)"
        .formatted(named(file));
  }

  /** A statement of DuckDB that writes the rows of a select to a file. */
  public static String copy(String select, Path file) {
    // The line break ends a comment at the select's end; no other name is written on the way.
    return "copy (%s\n) to %s (format parquet, compression zstd, use_tmp_file false)"
        .formatted(select, text(local(file).toString()));
  }

  /** A statement of DuckDB that opens a database file under a name. */
  public static String attach(Path database, String name) {
    return "attach %s as %s".formatted(text(local(database).toString()), name);
  }

  /** The same for reading alone. */
  public static String attachToRead(Path database, String name) {
    return attach(database, name) + " (read_only)";
  }

  /** A value of DuckDB's setting allowed_paths: these files may be reached, and no others. */
  public static String reachable(List<Path> files) {
    return files.stream()
        // Judged as it was named, and again as it was found.
        .flatMap(file -> Stream.of(named(file), text(local(file).toString())))
        .distinct()
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /**
   * Opens DuckDB in memory, the only way that no path is part of an address.
   *
   * @throws SQLException when its library cannot be loaded
   */
  static Connection duckDb(Properties settings) throws SQLException {
    return DriverManager.getConnection(MEMORY, settings);
  }

  /** Files for Spark, which would else take them for patterns, and their folders for columns. */
  static Dataset<Row> read(DataFrameReader reader, List<Path> files) {
    return reader
        .option("recursiveFileLookup", "true")
        .option("__globPaths__", "false")
        .parquet(files.stream().map(Locations::url).toArray(String[]::new));
  }

  /** Writes the files of a table by Spark. */
  static void write(DataFrameWriter<Row> writer, Path folder) {
    writer.parquet(Locations.url(folder));
  }

  /** A file as DuckDB's readers take it: a text in quotes in which no character is a pattern. */
  public static String named(Path file) {
    String name = local(file).toString();
    if (name.chars().noneMatch(c -> PATTERN.indexOf(c) >= 0)) {
      return text(name);
    }
    checkBackslash(local(file));
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (PATTERN.indexOf(c) >= 0) {
        escaped.append('[').append(c).append(']');
      } else {
        escaped.append(c == '\\' ? BACKSLASH : String.valueOf(c));
      }
    }
    return text(escaped.toString());
  }

  /** The range that stands for a backslash has brackets in it as well. */
  private static void checkBackslash(Path file) {
    for (Path part = file; part != null && part.getFileName() != null; part = part.getParent()) {
      String name = part.getFileName().toString();
      if (name.contains("\\") && hasTwin(part, name)) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            "Cannot use %s: DuckDB cannot tell its backslash from a bracket in the name beside it. Rename the folder."
                .formatted(part));
      }
    }
  }

  private static boolean hasTwin(Path path, String name) {
    try (Stream<Path> beside = Files.list(path.getParent())) {
      return beside
          .map(other -> other.getFileName().toString())
          .anyMatch(other -> !other.equals(name) && alike(other).equals(alike(name)));
    } catch (IOException e) {
      return false;
    }
  }

  private static String alike(String name) {
    return name.replace('[', '\\').replace(']', '\\');
  }

  private static Path local(Path path) {
    if (Locations.isRemote(path)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot use %s with DuckDB, which reads and writes this machine's files. Use --engine spark."
              .formatted(path));
    }
    return path.toAbsolutePath();
  }

  /** A text in quotes, for DuckDB. */
  public static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
