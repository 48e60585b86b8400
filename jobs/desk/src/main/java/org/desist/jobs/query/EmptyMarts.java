// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.desist.publish.MartContract;

/** Why a mart has no rows: none of the optional extracts that fill it was in the snapshot. */
final class EmptyMarts {
  private EmptyMarts() {}

  /** A line for each mart that a query names and that no extract could fill. */
  static void explain(MartDatabase database, String sql, PrintWriter notes) {
    List<MartContract.Mart> named =
        database.marts().stream()
            .flatMap(mart -> MartContract.read().in(mart.area() + "/" + mart.name()).stream())
            .filter(mart -> !mart.needs().isEmpty())
            .filter(mart -> Pattern.compile("\\b" + mart.table() + "\\b").matcher(sql).find())
            .toList();
    if (named.isEmpty() || !database.has("published", "arrival")) {
      return;
    }
    Set<Object> absent =
        database.rows("sql/query/run/absent.sql").stream()
            .map(row -> row.get("resource"))
            .collect(Collectors.toSet());
    named.stream()
        .filter(mart -> absent.containsAll(mart.needs()))
        .forEach(
            mart ->
                notes.println(
                    "%s is empty: the snapshot came without %s (docs/extracts.md)."
                        .formatted(mart.table(), String.join(", ", mart.needs()))));
    notes.flush();
  }
}
