// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.late;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.engine.Engine;
import org.desist.engine.Resources;

/** Which cohorts differ between two versions of the published mart {@code reoffending_rate}. */
public final class CohortComparison {
  private static final String CHANGE = Resources.text("sql/query/late/cohort_change.sql");

  private CohortComparison() {}

  /** By window and first day, every cohort that either version has. */
  public static List<CohortChange> of(Engine engine, Path before, Path now) {
    engine.mount("before_rate", before);
    engine.mount("now_rate", now);
    List<CohortChange> changes = new ArrayList<>();
    for (Map<String, Object> row : engine.rows(CHANGE)) {
      changes.add(
          new CohortChange(
              (String) row.get("cohort_window"),
              (LocalDate) row.get("cohort_start"),
              kind(row),
              total(row, "before"),
              total(row, "now"),
              number(row, "national_rows_changed"),
              number(row, "local_rows_changed")));
    }
    return changes;
  }

  private static CohortChange.Kind kind(Map<String, Object> row) {
    if (number(row, "was_there") == 0) {
      return CohortChange.Kind.NEW;
    }
    if (number(row, "is_there") == 0) {
      return CohortChange.Kind.GONE;
    }
    return number(row, "national_rows_changed") + number(row, "local_rows_changed") > 0
        ? CohortChange.Kind.CHANGED
        : CohortChange.Kind.SAME;
  }

  private static CohortChange.Total total(Map<String, Object> row, String side) {
    return new CohortChange.Total(
        (Long) row.get("offenders_" + side),
        (Long) row.get("reoffenders_" + side),
        (Double) row.get("rate_" + side));
  }

  private static long number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).longValue();
  }
}
