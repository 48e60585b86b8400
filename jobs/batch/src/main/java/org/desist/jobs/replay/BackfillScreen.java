// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.replay;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.desist.difference.CohortComparison.CohortChange;
import org.desist.jobs.terminal.TextTable;
import org.desist.text.FigureText;

/** Which cohorts would change, and by how much. */
public final class BackfillScreen {
  private BackfillScreen() {}

  /** Every cohort that changes; those outside the range are marked. */
  public static void print(BackfillRange range, List<CohortChange> changes, PrintWriter screen) {
    TextTable table =
        TextTable.open()
            .left("Cohort")
            .left("")
            .left("")
            .right("offenders")
            .right("")
            .right("reoffenders")
            .right("")
            .right("rate")
            .right("")
            .right("local rows")
            .left("");
    long same = 0;
    for (CohortChange change : changes) {
      if (change.kind() == CohortChange.Kind.SAME) {
        same++;
      } else {
        table.row(
            change.window(),
            change.start().toString(),
            change.kind().name().toLowerCase(Locale.ROOT),
            FigureText.count(change.now().offenders()),
            difference(change.before().offenders(), change.now().offenders()),
            FigureText.count(change.now().reoffenders()),
            difference(change.before().reoffenders(), change.now().reoffenders()),
            FigureText.percent(change.now().rate(), 2),
            points(change.before().rate(), change.now().rate()),
            FigureText.count(change.localRows()),
            range.has(change.start()) ? "" : "outside the range");
      }
    }
    screen.println(table.isEmpty() ? "No cohort would change." : table.text());
    screen.println(
        FigureText.text(
            "%,d cohorts say the same. Rates are shares of offenders, differences in points; what is withheld is empty.",
            same));
    screen.flush();
  }

  private static String difference(Long before, Long now) {
    return before == null || now == null ? "" : FigureText.text("%+,d", now - before);
  }

  private static String points(Double before, Double now) {
    if (before == null || now == null) {
      return "";
    }
    BigDecimal change = BigDecimal.valueOf(now).subtract(BigDecimal.valueOf(before));
    return FigureText.signed(FigureText.points(change, 2));
  }
}
