// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.difference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.desist.engine.Engine;
import org.desist.engine.EngineFiles;
import org.desist.engine.LocalTables;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.publish.MartContract;

/**
 * Tables of two versions in one engine. A table {@code NAME} is there as {@code earlier_NAME}, as
 * {@code later_NAME}, and as {@code NAME} with the rows of both and a column {@code version}. A
 * column that only one of them has is null in {@code NAME}, whatever it says, and named by {@link
 * PairedTable#singles}: a version of before a column was there differs in that column, not in its
 * rows.
 *
 * <p>The functions behind it are in {@code sql/functions/difference.sql}, of the embedded engine
 * only.
 */
public final class VersionPair {
  private final Engine duckdb;
  private final BiConsumer<String, Path> mounting;

  /** In the embedded engine, over folders that it can read. */
  public VersionPair(Engine duckdb) {
    this.duckdb = duckdb;
    this.mounting = duckdb::mount;
  }

  /** In the embedded engine, over folders wherever they lie. */
  public VersionPair(LocalTables tables) {
    this.duckdb = tables.engine();
    this.mounting = tables::mount;
  }

  /** Which of the two. */
  public enum Side {
    EARLIER,
    LATER
  }

  /**
   * A column that only one version of a table has.
   *
   * @param table the table
   * @param column its column
   * @param side the version that has it
   */
  public record SingleColumn(String table, String column, Side side) {
    /** The column and who has it, in a sentence. */
    public String words(String earlierRun, String laterRun) {
      return "Not compared: %s.%s, which only %s has."
          .formatted(table, column, side == Side.EARLIER ? earlierRun : laterRun);
    }
  }

  /**
   * What became of the rows of a table.
   *
   * @param inserted rows that only the later version has
   * @param changed rows of both with another content; none of a table without a key
   * @param removed rows that only the earlier version has
   * @param unchanged rows of both with the same content
   */
  public record RowDifference(long inserted, long changed, long removed, long unchanged) {
    /** Whether the two say the same. */
    public boolean isNone() {
      return inserted + changed + removed == 0;
    }
  }

  /** Mounts the Parquet files of a table in both versions. */
  public PairedTable mount(String table, Path earlier, Path later) {
    mounting.accept("earlier_" + table, earlier);
    mounting.accept("later_" + table, later);
    return unite(table);
  }

  /** The same of a mart: every column of its contract is there, be it that neither version has. */
  public PairedTable mount(MartContract.Mart mart, Path earlier, Path later) {
    mounting.accept("earlier_" + mart.table(), earlier);
    mounting.accept("later_" + mart.table(), later);
    String declared = "declared_" + mart.table();
    duckdb.hold(
        new SmallTable(
            declared,
            mart.columns().stream()
                .map(column -> new Column(column.name(), column.sqlType()))
                .toList(),
            List.of()));
    return unite(mart.table(), declared);
  }

  /** Unites what is defined as {@code earlier_NAME} and {@code later_NAME}. */
  public PairedTable unite(String table) {
    return unite(table, "earlier_" + table);
  }

  private PairedTable unite(String table, String declared) {
    String earlier = "earlier_" + table;
    String later = "later_" + table;
    List<String> shared = new ArrayList<>();
    List<SingleColumn> singles = new ArrayList<>();
    for (Map<String, Object> row : duckdb.rows(call("table_column", earlier, later))) {
      String column = (String) row.get("column_name");
      boolean isEarlier = (Boolean) row.get("is_earlier");
      if (isEarlier && (Boolean) row.get("is_later")) {
        shared.add(column);
      } else {
        singles.add(new SingleColumn(table, column, isEarlier ? Side.EARLIER : Side.LATER));
      }
    }
    duckdb.view(table, call("version_row", earlier, later, declared, shared));
    return new PairedTable(table, shared, singles);
  }

  /** A call of a function that returns a table; arguments are names, or lists of names. */
  static String call(String function, Object... arguments) {
    return Arrays.stream(arguments)
        .map(
            argument ->
                argument instanceof List<?> names
                    ? names.stream()
                        .map(name -> EngineFiles.text(name.toString()))
                        .collect(Collectors.joining(", ", "[", "]"))
                    : EngineFiles.text(argument.toString()))
        .collect(Collectors.joining(", ", "from " + function + "(", ")"));
  }

  /** A table of both versions, by the name it was mounted under. */
  public final class PairedTable {
    private final String name;
    private final List<String> shared;
    private final List<SingleColumn> singles;

    private PairedTable(String name, List<String> shared, List<SingleColumn> singles) {
      this.name = name;
      this.shared = List.copyOf(shared);
      this.singles = List.copyOf(singles);
    }

    /** The columns that only one version has, in the order of the version. */
    public List<SingleColumn> singles() {
      return singles;
    }

    /** Those of some columns that both versions have, in their order. */
    public List<String> shared(List<String> columns) {
      return columns.stream().filter(shared::contains).toList();
    }

    /** Compares whole rows: how often each is there. */
    public RowDifference difference() {
      return difference(List.of(), shared);
    }

    /**
     * Compares rows by key; whole rows, when there is none or a version lacks a part of it.
     *
     * @param key columns that tell the rows of one version apart
     * @param columns that are compared, save those that only one version has
     */
    public RowDifference difference(List<String> key, List<String> columns) {
      List<String> compared = shared(columns);
      Map<String, Object> row =
          duckdb
              .rows(
                  isKeyed(key)
                      ? call("row_difference", name, key, compared.isEmpty() ? key : compared)
                      : call("content_difference", name, shared))
              .get(0);
      return new RowDifference(
          number(row, "rows_inserted"),
          number(row, "rows_changed"),
          number(row, "rows_removed"),
          number(row, "rows_unchanged"));
    }

    /**
     * Defines {@code changed_cell}: a row per changed row and changed column, with the columns
     * {@code key_words}, {@code column_name}, {@code said_before} and {@code said_now}.
     *
     * @return false when there is nothing to compare by such a key
     */
    public boolean viewChangedCells(List<String> key, List<String> columns) {
      List<String> compared = shared(columns);
      if (!isKeyed(key) || compared.isEmpty()) {
        return false;
      }
      duckdb.view("changed_cell", call("changed_cell", name, key, compared));
      return true;
    }

    private boolean isKeyed(List<String> key) {
      return !key.isEmpty() && shared.containsAll(key);
    }
  }

  private static long number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).longValue();
  }
}
