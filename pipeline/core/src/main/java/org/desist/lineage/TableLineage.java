// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.lineage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one table of {@code sql/} is made of.
 *
 * @param from the tables whose rows its rows are made of, sorted
 * @param rows what decides which rows there are, sorted
 * @param columns for each column in its order what bears on its value, sorted; nothing for a
 *     constant
 */
public record TableLineage(
    List<String> from, List<Source> rows, Map<String, List<Source>> columns) {
  public TableLineage {
    from = List.copyOf(from);
    rows = List.copyOf(rows);
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }
}
