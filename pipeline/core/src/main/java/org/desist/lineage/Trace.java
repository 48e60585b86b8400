// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.lineage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The way from a column down to where no model reads any further.
 *
 * @param start the column asked about
 * @param hops what each column on the way is made of, the nearest first
 * @param ends the columns that bear on the value and that no model makes, sorted; with the column
 *     {@link TableColumn#ROWS} a table of the extracts whose rows are counted
 * @param rowEnds the columns that bear on which rows the value is made of, and not on it, sorted
 */
public record Trace(TableColumn start, List<Hop> hops, Set<Source> ends, Set<TableColumn> rowEnds) {

  /** A column, and what bears on its value. */
  public record Hop(TableColumn field, List<Source> sources) {}

  /**
   * Follows a column.
   *
   * @throws IllegalArgumentException when no model makes such a column
   */
  public static Trace of(ColumnLineage lineage, TableColumn start) {
    if (lineage
        .table(start.table())
        .filter(t -> t.columns().containsKey(start.column()))
        .isEmpty()) {
      throw new IllegalArgumentException("no model makes " + start);
    }
    Walk values = new Walk(lineage);
    values.follow(List.of(start));
    Walk rows = new Walk(lineage);
    rows.rowsOf(values.seen);
    Set<Source> ends = new Descent(lineage).of(start);
    Set<TableColumn> rowEnds = new TreeSet<>(rows.ends);
    rowEnds.removeIf(TableColumn::isRows);
    ends.forEach(end -> rowEnds.remove(end.field()));
    return new Trace(start, List.copyOf(values.hops), ends, rowEnds);
  }

  /** Breadth first, each column once. */
  private static final class Walk {
    private final ColumnLineage lineage;
    private final List<Hop> hops = new ArrayList<>();
    private final Set<TableColumn> seen = new TreeSet<>();
    private final Set<TableColumn> ends = new TreeSet<>();

    Walk(ColumnLineage lineage) {
      this.lineage = lineage;
    }

    void follow(Collection<TableColumn> starts) {
      Deque<TableColumn> open = new ArrayDeque<>(starts);
      while (!open.isEmpty()) {
        TableColumn field = open.remove();
        if (!seen.add(field)) {
          continue;
        }
        if (lineage.table(field.table()).isEmpty()) {
          ends.add(field);
        } else if (!field.isRows()) {
          List<Source> sources = lineage.tables().get(field.table()).columns().get(field.column());
          hops.add(new Hop(field, sources));
          sources.forEach(source -> open.add(source.field()));
        }
      }
    }

    /** Everything that decides which rows of the tables of these columns there are. */
    void rowsOf(Collection<TableColumn> fields) {
      Deque<String> tables = new ArrayDeque<>();
      fields.forEach(field -> tables.add(field.table()));
      Set<String> done = new TreeSet<>();
      while (!tables.isEmpty()) {
        String table = tables.remove();
        if (!done.add(table) || lineage.table(table).isEmpty()) {
          continue;
        }
        TableLineage made = lineage.tables().get(table);
        tables.addAll(made.from());
        follow(made.rows().stream().map(Source::field).toList());
        seen.forEach(field -> tables.add(field.table()));
      }
    }
  }
}
