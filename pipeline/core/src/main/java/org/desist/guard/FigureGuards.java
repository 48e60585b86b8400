// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.engine.LocalTables;
import org.desist.engine.Resources;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.guard.GuardHistory.PastVersion;
import org.desist.method.Guards;
import org.desist.method.Method;
import org.desist.model.SqlModel;
import org.desist.run.RunContext;

/** Guards of what is about to be published, against the versions that count as history. */
public final class FigureGuards {
  private static final String RATE = "reoffending_rate";
  private static final String CELLS = Resources.text("sql/query/guard/cell.sql");

  private final LocalTables tables;
  private final RunContext context;
  private final Method method;
  private final Guards levels;

  public FigureGuards(LocalTables tables, RunContext context, Method method) {
    this.tables = tables;
    this.context = context;
    this.method = method;
    this.levels = method.guards();
  }

  /**
   * Every check.
   *
   * @param marts the folder of each mart of this run
   */
  public List<GuardCheck> check(Map<SqlModel.Mart, Path> marts) {
    List<PastVersion> history = GuardHistory.of(tables, context, levels.history().versions());
    List<GuardCheck> checks = new ArrayList<>();
    checks.addAll(new MartRowsGuard(tables, levels.marts()).check(marts, history));
    Path rates = marts.get(new SqlModel.Mart(RATE, true));
    holdCells(rates, history);
    checks.addAll(new MixGuard(tables, levels).check(history));
    checks.addAll(new RateGuard(tables, levels).check(history));
    checks.addAll(new RevisionGuard(tables, levels.revision()).check(rates, history));
    checks.add(SnapshotOrderGuard.check(context));
    return checks;
  }

  /** {@code guard_cell}: the judged cells of this run as version 0, of the history from 1. */
  private void holdCells(Path rates, List<PastVersion> history) {
    List<List<Object>> rows = new ArrayList<>();
    for (int version = 0; version <= history.size(); version++) {
      boolean isNow = version == 0;
      PastVersion past = isNow ? null : history.get(version - 1);
      LocalDate snapshot = isNow ? context.settings().input().snapshot() : past.snapshot();
      holdLimit(tables, settledBy(snapshot), levels.rate().minimumOffenders());
      tables.mount("judged_rate", isNow ? rates : past.published(RATE));
      for (Map<String, Object> row : tables.rows(CELLS)) {
        List<Object> cell = new ArrayList<>(List.of(version));
        cell.addAll(row.values());
        rows.add(cell);
      }
    }
    tables.hold(new SmallTable("guard_cell", columns(), rows));
  }

  /**
   * Holds the one-row table {@code guard_limit} that the questions of a guard read.
   *
   * @param settledBy a cohort that ended by this day has its members
   * @param minimumOffenders below which a rate is not judged
   */
  static void holdLimit(LocalTables tables, LocalDate settledBy, long minimumOffenders) {
    tables.hold(
        new SmallTable(
            "guard_limit",
            List.of(new Column("settled_by", "date"), new Column("minimum_offenders", "bigint")),
            List.of(List.of(settledBy, minimumOffenders))));
  }

  private static List<Column> columns() {
    // In the order of cell.sql, the version before them.
    return List.of(
        new Column("version", "int"),
        new Column("purpose", "string"),
        new Column("cohort_window", "string"),
        new Column("cohort_start", "date"),
        new Column("breakdown", "string"),
        new Column("category", "string"),
        new Column("offenders", "bigint"),
        new Column("reoffenders", "bigint"),
        new Column("reoffending_rate", "double"),
        new Column("reoffences_per_reoffender", "double"));
  }

  private LocalDate settledBy(LocalDate snapshot) {
    return snapshot.minusMonths(method.loadingLagMonths());
  }
}
