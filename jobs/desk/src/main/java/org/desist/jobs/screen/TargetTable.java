// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.util.List;
import java.util.Map;
import org.desist.jobs.query.MartDatabase;
import org.desist.jobs.terminal.TextTable;
import org.desist.text.FigureText;

/** The method's targets, each at the cohort that it was to be met by. */
final class TargetTable {
  private TargetTable() {}

  /** A row per target; empty when the method has none, or no cohort of the run is due. */
  static TextTable of(MartDatabase marts, AreaNames names) {
    TextTable table =
        TextTable.open()
            .left("Targets")
            .left("area")
            .left("due")
            .right("base value")
            .right("observed")
            .right("adjusted")
            .right("target")
            .left("result");
    if (marts.has("published", "target_progress")) {
      marts.rows("sql/query/run/targets.sql").forEach(row -> table.row(cells(row, names)));
    }
    return table;
  }

  private static List<String> cells(Map<String, Object> row, AreaNames names) {
    String type = row.get("geography_type").toString();
    return List.of(
        row.get("target").toString(),
        names.of(type, row.get("geography_code").toString()),
        row.get("cohort_start") + " to " + row.get("cohort_end"),
        value(row, "base_value"),
        value(row, "observed_value"),
        value(row, "adjusted_value"),
        value(row, "target_value"),
        row.get("result").toString());
  }

  private static String value(Map<String, Object> row, String column) {
    return row.get("measure").equals("rate")
        ? FigureText.percent(row.get(column), 1)
        : FigureText.decimals(row.get(column), 2);
  }
}
