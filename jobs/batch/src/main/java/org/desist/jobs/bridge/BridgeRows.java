// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bridge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.bridge.CellBridge.CellCounts;
import org.desist.bridge.CellBridge.RateCell;
import org.desist.bridge.Figure;
import org.desist.bridge.ShownMovement;
import org.desist.bridge.ShownMovement.Line;

/** A bridge as rows for other programs: the figure before, a row per line, the figure after. */
final class BridgeRows {
  private BridgeRows() {}

  /** Texts, numbers and nulls by column name, each row with the same columns. */
  static List<Map<String, Object>> of(BridgeAnswer answer) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (BridgeAnswer.Part part : answer.parts()) {
      for (ShownMovement shown : part.shown()) {
        Figure measure = shown.measure();
        rows.add(
            row(
                answer,
                part,
                measure,
                "from",
                shown.before(),
                people(measure, part.bridge().earlier())));
        for (Line line : shown.lines()) {
          rows.add(row(answer, part, measure, line.label(), line.points(), line.people()));
        }
        rows.add(
            row(
                answer,
                part,
                measure,
                "to",
                shown.after(),
                people(measure, part.bridge().later())));
      }
    }
    return rows;
  }

  private static Long people(Figure measure, CellCounts counts) {
    return switch (measure) {
      case REOFFENDING_RATE -> counts.offenders();
      case REOFFENCES_PER_REOFFENDER -> counts.reoffenders();
    };
  }

  private static Map<String, Object> row(
      BridgeAnswer answer,
      BridgeAnswer.Part part,
      Figure measure,
      String step,
      BigDecimal value,
      Long people) {
    RateCell cell = part.bridge().cell();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("from_run", answer.before().runId());
    row.put("to_run", answer.after().runId());
    row.put("cohort_window", cell.cohortWindow());
    row.put("cohort_start", cell.cohortStart().toString());
    row.put("geography_type", cell.geographyType());
    row.put("geography_code", cell.geographyCode());
    row.put("breakdown", cell.breakdown());
    row.put("category", cell.category());
    row.put("measure", measure.label());
    row.put("step", step);
    row.put("value", value);
    row.put("people", people);
    row.put("people_status", people == null ? "suppressed" : "ok");
    return row;
  }
}
