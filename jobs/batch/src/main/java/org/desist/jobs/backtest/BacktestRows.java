// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.backtest.PublishedRow;
import org.desist.bridge.CellBridge.CellCounts;
import org.desist.bridge.Figure;
import org.desist.bridge.ShownMovement.Line;
import org.desist.jobs.backtest.Backtest.Compared;
import org.desist.jobs.backtest.Backtest.Explained;
import org.desist.jobs.backtest.Backtest.State;

/** A back-test as rows for other programs: one per row of the table. */
final class BacktestRows {
  private BacktestRows() {}

  /** Texts, numbers and nulls by column name, each row with the same columns. */
  static List<Map<String, Object>> of(Backtest backtest) {
    List<Map<String, Object>> rows = new ArrayList<>();
    backtest.rows().forEach(row -> rows.add(row(backtest, row)));
    return rows;
  }

  private static Map<String, Object> row(Backtest backtest, Compared compared) {
    PublishedRow published = compared.row();
    CellCounts own = compared.own();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("row", published.number());
    row.put("run", backtest.run().runId());
    row.put("cohort", published.written().cohort());
    row.put("area", published.written().area());
    row.put("group", published.written().group());
    row.put("cohort_window", published.cell().cohortWindow());
    row.put("cohort_start", published.cell().cohortStart().toString());
    row.put("geography_type", published.cell().geographyType());
    row.put("geography_code", published.cell().geographyCode());
    row.put("ages", published.ages());
    row.put("breakdown", published.cell().breakdown());
    row.put("category", published.cell().category());
    row.put("state", compared.state().label());
    row.put("state_made_at", compared.stateMadeAt().map(State::label).orElse(null));
    row.put("cohort_status", own == null ? null : own.cohortStatus());
    row.put("published_offenders", published.offenders());
    row.put("offenders", own == null ? null : own.offenders());
    row.put("published_reoffenders", published.reoffenders());
    row.put("reoffenders", own == null ? null : own.reoffenders());
    row.put("published_reoffences", published.reoffences());
    row.put("reoffences", own == null ? null : own.reoffences());
    for (Figure figure : Figure.values()) {
      int places = backtest.places();
      row.put("published_" + figure.label(), compared.published(figure, places).orElse(null));
      row.put(figure.label(), compared.own(figure, places).orElse(null));
      row.put(figure.label() + "_difference", compared.difference(figure, places).orElse(null));
      row.put(figure.label() + "_causes", causes(compared, figure));
    }
    return row;
  }

  /** {@code same_snapshot +0.10; late_conviction +0.20}; null where nothing is explained. */
  private static String causes(Compared compared, Figure figure) {
    return compared.explained().stream()
        .filter(way -> way.movement().measure() == figure)
        .findFirst()
        .map(BacktestRows::causes)
        .orElse(null);
  }

  private static String causes(Explained way) {
    List<String> parts = new ArrayList<>();
    parts.add("same_snapshot " + way.sameSnapshot().toPlainString());
    for (Line line : way.movement().lines()) {
      parts.add(line.label() + " " + line.points().toPlainString());
    }
    return String.join("; ", parts);
  }
}
