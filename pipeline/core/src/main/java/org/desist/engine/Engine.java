// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the pipeline asks of a SQL engine. Text given to an engine is the subset that DuckDB and
 * Spark share; whatever differs between them is a named function that each defines in its prelude.
 *
 * <p>Names of tables are global to an engine and may be replaced. Nothing is kept after {@link
 * #close()} but the Parquet files that {@link #write} made.
 */
public interface Engine extends AutoCloseable {
  /** {@code duckdb} or {@code spark}: the value of {@code --engine}. */
  String name();

  /** Product and version, for the run page. */
  String version();

  /**
   * Makes the Parquet files of a table readable, columns by name: those that the manifest beside
   * its folder lists, or, while there is none, those right in the folder.
   */
  void mount(String table, Path folder);

  /** Defines a temporary view: nothing is computed until it is read. */
  void view(String name, String select);

  /** Holds a small table, such as the constants of the method, in memory. */
  void hold(SmallTable table);

  /** Makes a Java function callable from SQL under its name. */
  void register(ScalarFunction<?, ?> function);

  /**
   * Runs a select, writes its rows below the folder as zstd Parquet, in the select's order when it
   * has one, and mounts them under the table's name.
   *
   * @return the number of rows written
   */
  long write(String table, String select, Path folder);

  /**
   * How many tables may be written at the same time, at least 1. Where a table costs a round of
   * scheduling whatever its size, small ones are better written side by side.
   */
  int tablesAtOnce();

  /** The rows of a small result, in order, each by column name. */
  List<Map<String, Object>> rows(String select);

  /**
   * Runs Java work where the engine computes: in the calling thread, or as a task of the cluster.
   */
  <T extends Serializable> T run(Task<T> task);

  /** How many tasks may be run at the same time, each from a thread of its own, at least 1. */
  int tasksAtOnce();

  @Override
  void close();
}
