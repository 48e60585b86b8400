// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.lineage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a column is made of in the end, the tables between left out. The rows of a table stand for
 * the rows of what it is made of.
 */
public final class Descent {
  private final ColumnLineage lineage;
  private final Predicate<String> isEnd;
  private final Map<TableColumn, Set<Source>> known = new HashMap<>();

  /** Down to the tables that no model makes. */
  public Descent(ColumnLineage lineage) {
    this(lineage, table -> false);
  }

  /**
   * Down to the nearest tables of some kind, or that no model makes.
   *
   * @param isEnd whether to stop at a table that a model makes
   */
  public Descent(ColumnLineage lineage, Predicate<String> isEnd) {
    this.lineage = lineage;
    this.isEnd = isEnd;
  }

  /** The columns that bear on the value of this one, sorted. */
  public Set<Source> of(TableColumn field) {
    Set<Source> found = known.get(field);
    if (found == null) {
      found = find(field);
      known.put(field, found);
    }
    return found;
  }

  /** The columns that bear on which rows a table has, sorted. */
  public Set<Source> ofRows(String table) {
    Set<Source> ends = new TreeSet<>();
    Set<String> open = new TreeSet<>(Set.of(table));
    Set<String> done = new TreeSet<>();
    while (!open.isEmpty()) {
      String next = open.iterator().next();
      open.remove(next);
      TableLineage made = lineage.table(next).orElse(null);
      if (!done.add(next) || made == null || (!next.equals(table) && isEnd.test(next))) {
        continue;
      }
      made.rows().forEach(source -> ends.addAll(beyond(source)));
      open.addAll(made.from());
    }
    return ends;
  }

  /** The tables whose rows a table's rows are made of, sorted. */
  public Set<String> from(String table) {
    Set<String> ends = new TreeSet<>();
    for (String from : lineage.tables().get(table).from()) {
      if (lineage.table(from).isEmpty() || isEnd.test(from)) {
        ends.add(from);
      } else {
        ends.addAll(from(from));
      }
    }
    return ends;
  }

  private Set<Source> beyond(Source source) {
    if (isEnd.test(source.field().table())) {
      return Set.of(source);
    }
    Set<Source> ends = new TreeSet<>();
    for (Source end : of(source.field())) {
      ends.add(
          new Source(
              end.field(),
              end.influence().then(source.influence()),
              end.isMasked() || source.isMasked()));
    }
    return ends;
  }

  private Set<Source> find(TableColumn field) {
    TableLineage table = lineage.table(field.table()).orElse(null);
    Set<Source> ends = new TreeSet<>();
    if (table == null) {
      if (!field.isRows() || Origin.of(field.table()).isDelivered()) {
        ends.add(new Source(field, Influence.IDENTITY, false));
      }
      return ends;
    }
    List<Source> sources = field.isRows() ? rows(table) : table.columns().get(field.column());
    sources.forEach(source -> ends.addAll(beyond(source)));
    return ends;
  }

  private static List<Source> rows(TableLineage table) {
    return table.from().stream()
        .map(from -> new Source(new TableColumn(from, TableColumn.ROWS), Influence.IDENTITY, false))
        .toList();
  }
}
