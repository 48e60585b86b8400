// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.lineage;

import java.util.ArrayList;
import java.util.List;
import org.desist.stage.ModelTables;

/** Writes lineage as the build keeps it: a line per column, so that a change can be read. */
public final class LineageText {
  private LineageText() {}

  /** The lineage of every model of {@code sql/}. */
  public static String ofModels() {
    return render(ModelLineage.of(ModelTables.load()));
  }

  private static String render(ColumnLineage lineage) {
    List<String> tables = new ArrayList<>();
    lineage.tables().forEach((name, table) -> tables.add(quoted(name) + ": " + render(table)));
    return "{\n" + String.join(",\n", tables) + "\n}\n";
  }

  private static String render(TableLineage table) {
    List<String> columns = new ArrayList<>();
    table
        .columns()
        .forEach((name, sources) -> columns.add("    " + quoted(name) + ": " + list(sources)));
    return "{\n  \"from\": %s,\n  \"rows\": %s,\n  \"columns\": {\n%s\n  }\n}"
        .formatted(list(table.from()), list(table.rows()), String.join(",\n", columns));
  }

  private static String list(List<?> values) {
    return "[" + String.join(", ", values.stream().map(v -> quoted(v.toString())).toList()) + "]";
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
