// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import java.io.PrintWriter;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.desist.jobs.query.MartDatabase.Mart;
import org.desist.publish.MartContract;

/** Why a mart has no rows: none of the optional extracts that fill it was in the snapshot. */
final class EmptyMarts {
  private EmptyMarts() {}

  /** A line for each mart that a query names and that no extract could fill. */
  static void explain(MartDatabase database, String sql, PrintWriter notes) {
    if (!database.has("published", "arrival")) {
      return;
    }
    MartContract contract = MartContract.read();
    Set<Object> absent =
        database.rows("sql/query/run/absent.sql").stream()
            .map(row -> row.get("resource"))
            .collect(Collectors.toSet());
    for (Mart mart : database.marts()) {
      contract
          .in(mart.area() + "/" + mart.name())
          .filter(found -> !found.needs().isEmpty() && absent.containsAll(found.needs()))
          .filter(found -> Pattern.compile("\\b" + found.table() + "\\b").matcher(sql).find())
          .ifPresent(
              found ->
                  notes.println(
                      "%s is empty: the snapshot came without %s (docs/extracts.md)."
                          .formatted(found.table(), String.join(", ", found.needs()))));
    }
    notes.flush();
  }
}
