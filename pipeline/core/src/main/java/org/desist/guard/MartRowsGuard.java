// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.desist.engine.LocalTables;
import org.desist.guard.GuardCheck.Level;
import org.desist.guard.GuardHistory.PastVersion;
import org.desist.method.Guards;
import org.desist.model.SqlModel;
import org.desist.text.FigureText;

/** Rows of each mart against those of the version before. */
final class MartRowsGuard {
  /** Marts of faults: how many there may be is what the guard of rejects judges. */
  private static final Set<String> FAULTS = Set.of("quarantine", "data_quality");

  private final LocalTables tables;
  private final Guards.Marts levels;

  MartRowsGuard(LocalTables tables, Guards.Marts levels) {
    this.tables = tables;
    this.levels = levels;
  }

  List<GuardCheck> check(Map<SqlModel.Mart, Path> marts, List<PastVersion> history) {
    if (history.isEmpty()) {
      return List.of(
          GuardCheck.notEvaluated(
              GuardName.MART_ROWS, "every mart", "rows", 0, null, GuardText.tooFew(0, 1)));
    }
    PastVersion last = history.get(0);
    Map<String, Long> before = last.rows();
    List<GuardCheck> checks = new ArrayList<>();
    marts.forEach(
        (mart, folder) -> {
          String name = mart.folder();
          if (!FAULTS.contains(mart.name())) {
            checks.add(check(name, rows(folder), before.getOrDefault(name, 0L), last.run()));
          }
        });
    return checks;
  }

  private long rows(Path folder) {
    tables.mount("judged_mart", folder);
    return GuardText.whole(tables.rows("select count(*) as n from judged_mart").get(0), "n");
  }

  private GuardCheck check(String mart, long now, long before, String against) {
    if (before < levels.minimumRows()) {
      return GuardCheck.notEvaluated(
          GuardName.MART_ROWS,
          mart,
          "rows",
          1,
          against,
          FigureText.text("it had fewer than %,d rows before", levels.minimumRows()));
    }
    double change = (double) (now - before) / before;
    Level level = new Level(levels.softShare(), levels.hardShare());
    return new GuardCheck(
        GuardName.MART_ROWS,
        mart,
        "rows",
        (double) now,
        (double) before,
        change,
        level.soft(),
        level.hard(),
        level.judge(change),
        1,
        against,
        FigureText.text(
            "%,d rows, %,d in %s (%s)", now, before, against, FigureText.change(now, before)),
        null);
  }
}
