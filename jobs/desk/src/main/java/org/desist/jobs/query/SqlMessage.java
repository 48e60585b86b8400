// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import java.sql.SQLException;
import java.util.List;

/** What DuckDB wants to say, without its wrapping. */
final class SqlMessage {
  private static final String WRAPPING = "unsuccessful or closed pending query result";

  private SqlMessage() {}

  /** Several lines when DuckDB points into the query. */
  static String of(SQLException e) {
    List<String> lines = String.valueOf(e.getMessage()).lines().toList();
    // The first line of a failed streaming query only says that it failed; the next one says why.
    List<String> told =
        lines.size() > 1 && lines.get(0).contains(WRAPPING)
            ? lines.subList(1, lines.size())
            : lines;
    return String.join(System.lineSeparator(), told)
        .replaceFirst("^Error: ", "")
        .replaceAll("(?m)^\\s*$\\R?", "")
        .stripTrailing();
  }
}
