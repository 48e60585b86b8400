// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.util.List;
import java.util.Map;
import org.desist.jobs.query.MartDatabase;

/** The contract areas of a cohort against a frozen baseline. */
final class ComparisonTable {
  private final MartDatabase marts;
  private final ScreenSql sql;
  private final AreaNames names;

  ComparisonTable(MartDatabase marts, AreaNames names) {
    this.marts = marts;
    this.sql = new ScreenSql(marts.connection());
    this.names = names;
  }

  /** A row per contract area; empty when the run knew no frozen baseline. */
  TextTable of(Headline.Cohort cohort) {
    TextTable table =
        TextTable.open()
            .left("Against the baseline")
            .left("")
            .left("")
            .right("offenders")
            .right("observed")
            .right("expected")
            .right("adjusted")
            .right("baseline")
            .right("limits")
            .left("outcome")
            .right("reoffences avoided");
    if (marts.has("published", "baseline_comparison")) {
      sql.rows("comparison", cohort.window(), cohort.start()).forEach(row -> table.row(cells(row)));
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
        row.get("offenders") == null ? "suppressed" : Words.count(row.get("offenders")),
        Words.percent(row.get("observed_rate")),
        Words.percent(row.get("expected_rate")),
        Words.percent(row.get("adjusted_rate")),
        Words.percent(row.get("baseline_rate")),
        shown
            ? Words.percent(row.get("lower_limit")) + " - " + Words.percent(row.get("upper_limit"))
            : "",
        row.get("outcome").toString(),
        shown ? Words.oneDecimal(row.get("reoffences_avoided")) : "");
  }
}
