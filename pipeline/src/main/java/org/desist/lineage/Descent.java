// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.lineage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a column is made of in the end, all models between left out. The rows of a table stand for
 * the rows of the extracts that they are made of.
 */
public final class Descent {
  private final ColumnLineage lineage;
  private final Map<Field, Set<Source>> known = new HashMap<>();

  public Descent(ColumnLineage lineage) {
    this.lineage = lineage;
  }

  /** The columns of tables that no model makes that bear on the value of this one, sorted. */
  public Set<Source> of(Field field) {
    Set<Source> found = known.get(field);
    if (found == null) {
      found = find(field);
      known.put(field, found);
    }
    return found;
  }

  private Set<Source> find(Field field) {
    TableLineage table = lineage.table(field.table()).orElse(null);
    Set<Source> ends = new TreeSet<>();
    if (table == null) {
      if (!field.isRows() || Origin.of(field.table()).isDelivered()) {
        ends.add(new Source(field, Influence.IDENTITY, false));
      }
      return ends;
    }
    List<Source> sources = field.isRows() ? rows(table) : table.columns().get(field.column());
    for (Source source : sources) {
      for (Source end : of(source.field())) {
        ends.add(
            new Source(
                end.field(),
                end.influence().then(source.influence()),
                end.isMasked() || source.isMasked()));
      }
    }
    return ends;
  }

  private static List<Source> rows(TableLineage table) {
    return table.from().stream()
        .map(from -> new Source(new Field(from, Field.ROWS), Influence.IDENTITY, false))
        .toList();
  }
}
