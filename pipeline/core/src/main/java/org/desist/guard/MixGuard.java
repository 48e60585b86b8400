// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.desist.engine.LocalTables;
import org.desist.engine.Resources;
import org.desist.guard.GuardCheck.Level;
import org.desist.guard.GuardHistory.PastVersion;
import org.desist.method.Guards;
import org.desist.text.FigureText;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/** Shares by category against those of the history, by the population stability index. */
final class MixGuard {
  private static final String INDEX = Resources.text("sql/query/guard/mix.sql");
  private static final String MEASURE = "psi";

  private final LocalTables tables;
  private final Guards levels;

  MixGuard(LocalTables tables, Guards levels) {
    this.tables = tables;
    this.levels = levels;
  }

  /** A check for each window and breakdown, in the cells that are held. */
  List<GuardCheck> check(List<PastVersion> history) {
    String against = history.isEmpty() ? null : history.get(0).run();
    Set<String> wanted = new TreeSet<>(levels.mix().breakdowns());
    List<GuardCheck> checks = new ArrayList<>();
    for (Map<String, Object> row : tables.rows(INDEX)) {
      if (wanted.contains(row.get("breakdown").toString())) {
        checks.add(check(row, against));
      }
    }
    return checks.isEmpty()
        ? List.of(
            GuardCheck.notEvaluated(
                GuardName.MIX,
                "every breakdown",
                MEASURE,
                history.size(),
                against,
                "there is no cohort whose convictions have come in, or its size is withheld"))
        : checks;
  }

  private GuardCheck check(Map<String, Object> row, String against) {
    String subject = row.get("cohort_window") + ", " + row.get("breakdown");
    int versions = (int) GuardText.whole(row, "versions");
    if (versions < levels.history().minimum()) {
      return GuardCheck.notEvaluated(
          GuardName.MIX,
          subject,
          MEASURE,
          versions,
          against,
          GuardText.tooFew(versions, levels.history().minimum()));
    }
    long now = GuardText.whole(row, "people_now");
    double before = GuardText.real(row, "people_before");
    int least = levels.mix().minimumOffenders();
    if (now < least || before < least) {
      return GuardCheck.notEvaluated(
          GuardName.MIX,
          subject,
          MEASURE,
          versions,
          against,
          FigureText.text("fewer than %,d offenders, now or before", least));
    }
    double index = GuardText.real(row, "psi");
    double chance = chance((int) GuardText.whole(row, "classes"), (double) now, before);
    Level level = new Level(levels.mix().soft(), levels.mix().hard()).atLeast(chance, chance);
    return new GuardCheck(
        GuardName.MIX,
        subject,
        MEASURE,
        (double) now,
        before,
        index,
        level.soft(),
        level.hard(),
        level.judge(index),
        versions,
        against,
        FigureText.text(
            "index %.3f (soft beyond %.2f, hard beyond %.2f); %s moved most, %s to %s of offenders",
            index,
            level.soft(),
            level.hard(),
            row.get("moved_most"),
            FigureText.percent(GuardText.real(row, "share_before"), 1),
            FigureText.percent(GuardText.real(row, "share_now"), 1)),
        null);
  }

  /**
   * What the index stays below by chance: it is, over 1/n + 1/m, about a chi-squared with a degree
   * of freedom fewer than there are categories, when both sides are drawn from the same people.
   */
  private double chance(int classes, double now, double before) {
    if (classes < 2) {
      return 0;
    }
    return new ChiSquaredDistribution(classes - 1)
            .inverseCumulativeProbability(levels.mix().chance())
        * (1 / now + 1 / before);
  }
}
