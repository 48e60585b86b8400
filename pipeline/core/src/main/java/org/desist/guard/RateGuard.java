// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.engine.LocalTables;
import org.desist.engine.Resources;
import org.desist.guard.GuardCheck.Level;
import org.desist.guard.GuardHistory.PastVersion;
import org.desist.method.Guards;
import org.desist.text.FigureText;

/** Rates of the newest final cohort, of the nation and its regions, against their history. */
final class RateGuard {
  private static final String FIGURES = Resources.text("sql/query/guard/rate.sql");
  private static final String RATE = "reoffending_rate";

  private final LocalTables tables;
  private final Guards levels;

  RateGuard(LocalTables tables, Guards levels) {
    this.tables = tables;
    this.levels = levels;
  }

  /** A check for each window, area and measure, in the cells that are held. */
  List<GuardCheck> check(List<PastVersion> history) {
    String against = history.isEmpty() ? null : history.get(0).run();
    List<GuardCheck> checks = new ArrayList<>();
    for (Map<String, Object> row : tables.rows(FIGURES)) {
      checks.add(check(row, against));
    }
    return checks.isEmpty()
        ? List.of(
            GuardCheck.notEvaluated(
                GuardName.RATE, "every area", RATE, history.size(), against, "no cohort is final"))
        : checks;
  }

  private GuardCheck check(Map<String, Object> row, String against) {
    String subject =
        row.get("cohort_window") + ", " + GuardText.area(row.get("breakdown"), row.get("category"));
    String measure = row.get("measure").toString();
    int versions = (int) GuardText.whole(row, "versions");
    Double now = GuardText.real(row, "figure");
    String missing = missing(now, versions);
    if (missing != null) {
      return GuardCheck.notEvaluated(GuardName.RATE, subject, measure, versions, against, missing);
    }
    double mean = GuardText.real(row, "mean");
    Level level = level(row, measure, mean);
    double distance = now - mean;
    return new GuardCheck(
        GuardName.RATE,
        subject,
        measure,
        now,
        mean,
        distance,
        level.soft(),
        level.hard(),
        level.judge(distance),
        versions,
        against,
        words(row, measure, now, mean, level),
        null);
  }

  private String missing(Double now, int versions) {
    if (now == null) {
      return FigureText.text(
          "fewer than %,d offenders now, or its figures are withheld",
          levels.rate().minimumOffenders());
    }
    return versions < levels.history().minimum()
        ? GuardText.tooFew(versions, levels.history().minimum())
        : null;
  }

  private Level level(Map<String, Object> row, String measure, double mean) {
    Guards.Rate rate = levels.rate();
    double deviation = GuardText.real(row, "deviation");
    double chance = chance(row, measure, mean);
    double spread = Math.sqrt(deviation * deviation + chance * chance);
    Level plain =
        measure.equals(RATE)
            ? new Level(rate.softPoints() / 100, rate.hardPoints() / 100)
            : new Level(rate.softShare() * mean, rate.hardShare() * mean);
    return plain.atLeast(rate.softSpread() * spread, rate.hardSpread() * spread);
  }

  /**
   * The standard error of one cohort: binomial for a rate; for reoffences per reoffender their mean
   * over the root of the reoffenders, since their deviation is about as large as their mean.
   */
  private static double chance(Map<String, Object> row, String measure, double mean) {
    return measure.equals(RATE)
        ? Math.sqrt(mean * (1 - mean) / GuardText.real(row, "offenders"))
        : mean / Math.sqrt(Math.max(1, GuardText.real(row, "reoffenders")));
  }

  private static String words(
      Map<String, Object> row, String measure, double now, double mean, Level level) {
    if (measure.equals(RATE)) {
      return FigureText.text(
          "%s, cohort of %s; before %s (%+.1f points; soft beyond %.1f, hard beyond %.1f)",
          FigureText.percent(now, 1),
          row.get("cohort_start"),
          FigureText.percent(mean, 1),
          100 * (now - mean),
          100 * level.soft(),
          100 * level.hard());
    }
    return FigureText.text(
        "%.2f, cohort of %s; before %.2f (%+.2f; soft beyond %.2f, hard beyond %.2f)",
        now, row.get("cohort_start"), mean, now - mean, level.soft(), level.hard());
  }
}
