// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.difference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.desist.engine.Engine;
import org.desist.engine.Resources;
import org.desist.publish.MartContract;

/** Which cohorts differ between two versions of the published mart {@code reoffending_rate}. */
public final class CohortComparison {
  private static final String MART = "published/reoffending_rate";
  private static final String CHANGE = Resources.text("sql/query/late/cohort_change.sql");

  private CohortComparison() {}

  /**
   * How a cohort differs between two versions, in what may be published.
   *
   * @param window kind of cohort window, such as {@code quarter}
   * @param start first day of the cohort
   * @param kind whether it differs
   * @param before the national total of the earlier version
   * @param now the national total of the later version
   * @param nationalRows rows of the nation that differ, its total included
   * @param localRows rows of smaller places that differ
   */
  public record CohortChange(
      String window,
      LocalDate start,
      Kind kind,
      Total before,
      Total now,
      long nationalRows,
      long localRows) {
    /** Whether a cohort differs. */
    public enum Kind {
      /** Only the later version has it. */
      NEW,
      /** Only the earlier version has it. */
      GONE,
      /** Some row says something else. */
      CHANGED,
      /** Every row says the same. */
      SAME
    }

    /** A total; each number is null when it is withheld or the version has no such cohort. */
    public record Total(Long offenders, Long reoffenders, Double rate) {}
  }

  /**
   * By window and first day, every cohort that either version has.
   *
   * @param duckdb the embedded engine
   */
  public static List<CohortChange> of(Engine duckdb, Path before, Path now) {
    new VersionPair(duckdb).mount(MartContract.read().in(MART).orElseThrow(), before, now);
    return duckdb.rows(CHANGE).stream().map(CohortComparison::change).toList();
  }

  private static CohortChange change(Map<String, Object> row) {
    return new CohortChange(
        (String) row.get("cohort_window"),
        (LocalDate) row.get("cohort_start"),
        CohortChange.Kind.valueOf((String) row.get("kind")),
        total(row, "before"),
        total(row, "now"),
        (Long) row.get("national_rows_changed"),
        (Long) row.get("local_rows_changed"));
  }

  private static CohortChange.Total total(Map<String, Object> row, String side) {
    return new CohortChange.Total(
        (Long) row.get("offenders_" + side),
        (Long) row.get("reoffenders_" + side),
        (Double) row.get("rate_" + side));
  }
}
