// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.io.PrintWriter;
import java.util.List;
import org.desist.baseline.BaselineManifest;
import org.desist.baseline.BaselineStore;
import org.desist.baseline.BaselineTotal;
import org.desist.jobs.terminal.TextTable;
import org.desist.text.FigureText;

/** Frozen baselines on a terminal. */
public final class BaselineScreen {
  private BaselineScreen() {}

  /** Every version, a line each. */
  public static void list(List<BaselineManifest> baselines, PrintWriter screen) {
    if (baselines.isEmpty()) {
      screen.println("Nothing is frozen yet. See desist baseline build --help.");
      screen.flush();
      return;
    }
    TextTable table =
        TextTable.open()
            .left("Baseline")
            .left("from")
            .left("to")
            .left("origin")
            .left("method")
            .left("score")
            .right("rows")
            .left("frozen on")
            .left("content");
    for (BaselineManifest baseline : baselines) {
      table.row(
          baseline.reference(),
          baseline.from(),
          baseline.to(),
          origin(baseline),
          text(baseline.method()),
          baseline.score(),
          FigureText.count(baseline.rows()),
          baseline.frozenOn(),
          baseline.shortHash());
    }
    screen.println(table.text());
    screen.flush();
  }

  /** One baseline, how to cite it, and its totals for the nation. */
  public static void show(BaselineManifest baseline, BaselineStore store, PrintWriter screen) {
    screen.println("Baseline " + baseline.reference());
    screen.println("  period     " + baseline.from() + " to " + baseline.to());
    screen.println("  origin     " + origin(baseline));
    screen.println("  measure    " + baseline.measure());
    screen.println("  score      " + baseline.score());
    if (baseline.method() != null) {
      screen.println("  snapshot   " + baseline.snapshot());
      screen.println("  method     " + baseline.method() + " (" + baseline.methodHash() + ")");
    }
    screen.println("  content    " + baseline.contentHash());
    screen.println("  files      " + store.place(baseline));
    screen.println();
    TextTable table =
        TextTable.open()
            .left("Of it")
            .left("")
            .left("category")
            .right("offenders")
            .right("rate")
            .right("expected")
            .right("per reoffender");
    List<BaselineTotal> totals = store.totals(baseline);
    for (BaselineTotal total : totals) {
      if (total.geographyType().equals("national")) {
        table.row(
            CodeWords.plain(total.geographyType()),
            total.geographyCode(),
            total.category(),
            FigureText.count(total.offenders()),
            FigureText.percent(total.rate(), 1),
            FigureText.percent(total.expectedRate(), 1),
            FigureText.decimals(total.frequency(), 2));
      }
    }
    if (!table.isEmpty()) {
      screen.println(table.text());
    }
    screen.println(FigureText.text("%d geographies and categories in all.%n", totals.size()));
    screen.println("Cite it as");
    screen.println("  " + baseline.citation());
    screen.flush();
  }

  private static String origin(BaselineManifest baseline) {
    return baseline.origin()
        + (baseline.run() != null ? " from run " + baseline.run() : " from " + baseline.source());
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
