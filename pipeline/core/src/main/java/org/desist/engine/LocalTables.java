// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.storage.LocalCopy;

/**
 * DuckDB over Parquet files wherever they lie, to ask small questions of what has been written:
 * what lies elsewhere is copied to this machine until this is closed.
 */
public final class LocalTables implements AutoCloseable {
  private final DuckDbEngine duckdb;
  private final List<LocalCopy> copies = new ArrayList<>();

  /** Over an engine that spills to the folder of {@code spill}; both are closed with this. */
  LocalTables(DuckDbEngine duckdb, LocalCopy spill) {
    this.duckdb = duckdb;
    copies.add(spill);
  }

  /** Makes every Parquet file right in a folder readable as one table. */
  public void mount(String table, Path folder) {
    LocalCopy copy = LocalCopy.of(folder);
    copies.add(copy);
    duckdb.mount(table, copy.path());
  }

  /** Holds a small table in memory. */
  public void hold(SmallTable table) {
    duckdb.hold(table);
  }

  /** The rows of a small result, in order, each by column name. */
  public List<Map<String, Object>> rows(String select) {
    return duckdb.rows(select);
  }

  /** Hands the rows of a large result over one by one, in order, without holding them. */
  public void each(String select, DuckDbEngine.RowReader reader) {
    duckdb.each(select, reader);
  }

  /** The engine, for those who only hold tables in it. */
  public Engine engine() {
    return duckdb;
  }

  @Override
  public void close() {
    duckdb.close();
    copies.forEach(LocalCopy::close);
  }
}
