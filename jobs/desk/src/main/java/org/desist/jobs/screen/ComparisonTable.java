// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.util.ArrayList;
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
    List<Map<String, Object>> rows =
        marts.has("published", "baseline_comparison")
            ? marts.rows("sql/query/run/baseline_comparison.sql", cohort.window(), cohort.start())
            : List.of();
    List<Object> baselines = rows.stream().map(row -> row.get("baseline")).distinct().toList();
    boolean isOne = baselines.size() == 1;
    TextTable table =
        isOne
            ? TextTable.open().left("Against " + baselines.get(0))
            : TextTable.open().left("Against the baseline").left("");
    table
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
        .whole()
        .left("outcome")
        .right("reoffences avoided")
        .spare();
    rows.forEach(row -> table.row(cells(row, isOne)));
    return table;
  }

  private List<String> cells(Map<String, Object> row, boolean isOne) {
    List<String> cells =
        new ArrayList<>(isOne ? List.of() : List.of(row.get("baseline").toString()));
    String code = row.get("geography_code").toString();
    boolean shown = "ok".equals(row.get("rate_status"));
    cells.addAll(
        List.of(
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
            shown ? FigureText.decimals(row.get("reoffences_avoided"), 1) : ""));
    return cells;
  }
}
