// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.desist.engine.Engine;
import org.desist.engine.Resources;
import org.desist.guard.GuardCheck.Level;
import org.desist.method.Guards;
import org.desist.run.RunContext;
import org.desist.text.FigureText;

/**
 * Guards of what arrived: rows refused, and rows against the version that readers see, whatever its
 * method and windows. They are asked of the engine in which the store was just made.
 */
public final class ArrivalGuards {
  private static final String REFUSED = Resources.text("sql/query/guard/refused_rows.sql");
  private static final String VOLUME = Resources.text("sql/query/guard/volume.sql");

  private final Engine engine;
  private final Guards levels;

  public ArrivalGuards(Engine engine, Guards levels) {
    this.engine = engine;
    this.levels = levels;
  }

  /** A check for each resource that has rows. */
  public List<GuardCheck> rejects() {
    Level level = new Level(levels.softRejectedShare(), levels.rejectedShare());
    List<GuardCheck> checks = new ArrayList<>();
    for (Map<String, Object> row : engine.rows(REFUSED)) {
      long read = GuardText.whole(row, "rows_read");
      long refused = GuardText.whole(row, "rows_refused");
      double share = (double) refused / read;
      checks.add(
          new GuardCheck(
              GuardName.REJECTS,
              row.get("resource").toString(),
              "refused_share",
              share,
              null,
              share,
              level.soft(),
              level.hard(),
              level.judge(share),
              0,
              null,
              refusedWords(row, read, refused),
              null));
    }
    return checks;
  }

  private String refusedWords(Map<String, Object> row, long read, long refused) {
    if (refused == 0) {
      return FigureText.text("none of %,d rows", read);
    }
    return FigureText.text(
        "%,d of %,d rows (%.1f%%, %s than %.1f%%), the first in %s line %d: %s%s",
        refused,
        read,
        100.0 * refused / read,
        refused > levels.rejectedShare() * read ? "more" : "not more",
        100 * levels.rejectedShare(),
        row.get("file"),
        GuardText.whole(row, "line"),
        row.get("code"),
        row.get("field") == null ? "" : " " + row.get("field"));
  }

  /** A check for each resource of the version that readers see; one in all when there is none. */
  public List<GuardCheck> volume(RunContext context) {
    Optional<String> current = context.versions().current();
    if (current.isEmpty()) {
      return List.of(
          GuardCheck.notEvaluated(
              GuardName.VOLUME,
              "every resource",
              "rows",
              0,
              null,
              context.versions().pointer().isBroken()
                  ? "readers see no version"
                  : "nothing has been published before"));
    }
    engine.mount(
        "last_arrival",
        context.versions().folder(current.get()).resolve("published").resolve("arrival"));
    boolean isAccepted = context.settings().input().accept().contains("VOLUME");
    List<GuardCheck> checks = new ArrayList<>();
    for (Map<String, Object> row : engine.rows(VOLUME)) {
      GuardCheck check = volume(row, current.get());
      boolean isLetThrough = isAccepted && check.outcome() == GuardOutcome.HARD;
      checks.add(isLetThrough ? check.letThrough(GuardOutcome.ACCEPTED, "--accept VOLUME") : check);
    }
    return checks;
  }

  private GuardCheck volume(Map<String, Object> row, String current) {
    String resource = row.get("resource").toString();
    long before = GuardText.whole(row, "rows_before");
    long now = GuardText.whole(row, "rows_read");
    if (before == 0) {
      return GuardCheck.notEvaluated(
          GuardName.VOLUME,
          resource,
          "rows",
          1,
          current,
          "it had no rows in the version published last");
    }
    double change = (double) (now - before) / before;
    Level level =
        change < 0
            ? new Level(levels.softFewerRowsShare(), levels.fewerRowsShare())
            : new Level(levels.softMoreRowsShare(), levels.moreRowsShare());
    return new GuardCheck(
        GuardName.VOLUME,
        resource,
        "rows",
        (double) now,
        (double) before,
        change,
        level.soft(),
        level.hard(),
        level.judge(change),
        1,
        current,
        FigureText.text(
            "%,d rows, %,d in the version published last (%s)",
            now, before, FigureText.change(now, before)),
        null);
  }
}
