// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.difference.VersionPair;
import org.desist.engine.LocalTables;
import org.desist.engine.Resources;
import org.desist.guard.GuardCheck.Level;
import org.desist.guard.GuardHistory.PastVersion;
import org.desist.method.Guards;
import org.desist.publish.MartContract;
import org.desist.text.FigureText;

/** Rates of cohorts that were final in the version before: they should hardly move any more. */
final class RevisionGuard {
  private static final String LARGEST = Resources.text("sql/query/guard/revision.sql");

  /** The mart, and its column. */
  private static final String MEASURE = "reoffending_rate";

  private final LocalTables tables;
  private final Guards.Revision levels;

  RevisionGuard(LocalTables tables, Guards.Revision levels) {
    this.tables = tables;
    this.levels = levels;
  }

  /** A check for each window and kind of area: of the rate that moved most. */
  List<GuardCheck> check(Path rates, List<PastVersion> history) {
    if (history.isEmpty()) {
      return List.of(notEvaluated(null, GuardText.tooFew(0, 1)));
    }
    PastVersion last = history.get(0);
    new VersionPair(tables)
        .mount(
            MartContract.read().in("published/" + MEASURE).orElseThrow(),
            last.published(MEASURE),
            rates);
    FigureGuards.holdLimit(tables, LocalDate.EPOCH, levels.minimumOffenders());
    List<GuardCheck> checks = new ArrayList<>();
    for (Map<String, Object> row : tables.rows(LARGEST)) {
      checks.add(check(row, last.run()));
    }
    return checks.isEmpty()
        ? List.of(
            notEvaluated(
                last.run(),
                FigureText.text(
                    "no cohort of %,d offenders or more was final before",
                    levels.minimumOffenders())))
        : checks;
  }

  private static GuardCheck notEvaluated(String against, String why) {
    return GuardCheck.notEvaluated(
        GuardName.REVISION, "every cohort", MEASURE, against == null ? 0 : 1, against, why);
  }

  private GuardCheck check(Map<String, Object> row, String against) {
    double now = GuardText.real(row, "rate_now");
    double before = GuardText.real(row, "rate_before");
    Level level = new Level(levels.softPoints() / 100, levels.hardPoints() / 100);
    return new GuardCheck(
        GuardName.REVISION,
        row.get("cohort_window") + ", " + row.get("geography_type"),
        MEASURE,
        now,
        before,
        now - before,
        level.soft(),
        level.hard(),
        level.judge(now - before),
        1,
        against,
        FigureText.text(
            "%s, cohort of %s, moved most of %,d: %s, %s in %s (%+.1f points)",
            GuardText.area(row.get("geography_type"), row.get("geography_code")),
            row.get("cohort_start"),
            GuardText.whole(row, "cohorts"),
            FigureText.percent(now, 1),
            FigureText.percent(before, 1),
            against,
            100 * (now - before)),
        null);
  }
}
