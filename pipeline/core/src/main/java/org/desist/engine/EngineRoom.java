// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import org.desist.storage.LocalCopy;
import org.duckdb.DuckDBDriver;

/**
 * The one place where DuckDB is opened: for a run with what its user gives it, for everything else
 * with what its purpose may take of this machine. DuckDB spills to disk when its memory is used up.
 */
public enum EngineRoom {
  /** Looks up a few rows while somebody waits: a screen, a page, a baseline. */
  LOOKUP(1, 500),
  /** Streams a large table in order into arrays of this process, which fill the rest of memory. */
  STREAMING(2, 1000),
  /** Compares tables of two runs or versions. */
  COMPARISON(Runtime.getRuntime().availableProcessors(), 1000),
  /** Reads and hashes every row of a version. */
  HASHING(Runtime.getRuntime().availableProcessors(), 2000);

  private final int threads;
  private final int megabytes;

  EngineRoom(int threads, int megabytes) {
    this.threads = threads;
    this.megabytes = megabytes;
  }

  /**
   * Opens DuckDB over the files of this machine.
   *
   * @param spill folder for what does not fit in memory; it need not exist
   */
  public DuckDbEngine open(Path spill) {
    return DuckDbEngine.start(threads, megabytes, spill);
  }

  /** Opens DuckDB over files wherever they lie; {@code spill} as in {@link #open(Path)}. */
  public LocalTables tables(Path spill) {
    return tables(threads, spill);
  }

  /** The same with the threads that a user gave a run. */
  public LocalTables tables(int givenThreads, Path spill) {
    LocalCopy room = LocalCopy.of(spill);
    return new LocalTables(DuckDbEngine.start(givenThreads, megabytes, room.path()), room);
  }

  /**
   * Opens DuckDB with the means that a user gave.
   *
   * @param threads how many cores to use
   * @param megabytes where DuckDB starts to spill
   * @param spill as in {@link #open(Path)}
   */
  public static DuckDbEngine open(int threads, int megabytes, Path spill) {
    return DuckDbEngine.start(threads, megabytes, spill);
  }

  /**
   * Opens plain DuckDB in memory, without the functions of the method and with DuckDB's own limits.
   * Rows of a result come one by one, in the order of the files they are read from.
   *
   * @throws SQLException when its library cannot be loaded
   */
  public static Connection connection() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    // What does not fit in memory goes there, not into the folder where the command was typed.
    String temporary = System.getProperty("java.io.tmpdir");
    settings.setProperty(
        "temp_directory", Path.of(temporary, "desist-" + UUID.randomUUID()).toString());
    return EngineFiles.duckDb(settings);
  }
}
