// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.util.List;
import java.util.Map;
import org.desist.jobs.query.MartDatabase;
import org.desist.jobs.terminal.TextTable;
import org.desist.text.FigureText;

/** The contract areas of a cohort against a frozen baseline. */
final class ComparisonTable {
  private final MartDatabase marts;
  private final AreaNames names;

  ComparisonTable(MartDatabase marts, AreaNames names) {
    this.marts = marts;
    this.names = names;
  }

  /** A row per contract area; empty when the run knew no frozen baseline. */
  TextTable of(Headline.Cohort cohort) {
    TextTable table =
        TextTable.open()
            .left("Against the baseline")
            .left("")
            .left("")
            .spare()
            .right("offenders")
            .right("observed")
            .spare()
            .right("expected")
            .spare()
            .right("adjusted")
            .right("baseline")
            .right("limits")
            .left("outcome")
            .right("reoffences avoided")
            .spare();
    if (marts.has("published", "baseline_comparison")) {
      marts
          .rows("sql/query/run/baseline_comparison.sql", cohort.window(), cohort.start())
          .forEach(row -> table.row(cells(row)));
    }
    return table;
  }

  private List<String> cells(Map<String, Object> row) {
    String code = row.get("geography_code").toString();
    boolean shown = "ok".equals(row.get("rate_status"));
    return List.of(
        row.get("baseline").toString(),
        names.of("provider", code),
        code,
        row.get("offenders") == null ? "suppressed" : FigureText.count(row.get("offenders")),
        FigureText.percent(row.get("observed_rate"), 1),
        FigureText.percent(row.get("expected_rate"), 1),
        FigureText.percent(row.get("adjusted_rate"), 1),
        FigureText.percent(row.get("baseline_rate"), 1),
        shown
            ? FigureText.percent(row.get("lower_limit"), 1)
                + " - "
                + FigureText.percent(row.get("upper_limit"), 1)
            : "",
        row.get("outcome").toString(),
        shown ? FigureText.decimals(row.get("reoffences_avoided"), 1) : "");
  }
}
