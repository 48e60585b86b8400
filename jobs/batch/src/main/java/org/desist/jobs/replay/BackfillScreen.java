// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.replay;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.desist.difference.CohortComparison.CohortChange;
import org.desist.jobs.screen.TextTable;

/** Which cohorts would change, and by how much. */
public final class BackfillScreen {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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
            count(change.now().offenders()),
            difference(change.before().offenders(), change.now().offenders()),
            count(change.now().reoffenders()),
            difference(change.before().reoffenders(), change.now().reoffenders()),
            percent(change.now().rate()),
            points(change.before().rate(), change.now().rate()),
            count(change.localRows()),
            range.has(change.start()) ? "" : "outside the range");
      }
    }
    screen.println(table.isEmpty() ? "No cohort would change." : table.text());
    screen.println(
        String.format(
            Locale.ROOT,
            "%,d cohorts say the same. Rates are shares of offenders, differences in points; what is withheld is empty.",
            same));
    screen.flush();
  }

  private static String count(Long number) {
    return number == null ? "" : String.format(Locale.ROOT, "%,d", number);
  }

  private static String difference(Long before, Long now) {
    return before == null || now == null ? "" : String.format(Locale.ROOT, "%+,d", now - before);
  }

  private static String percent(Double share) {
    return share == null ? "" : rounded(BigDecimal.valueOf(share)) + "%";
  }

  private static String points(Double before, Double now) {
    if (before == null || now == null) {
      return "";
    }
    BigDecimal change = BigDecimal.valueOf(now).subtract(BigDecimal.valueOf(before));
    return (change.signum() > 0 ? "+" : "") + rounded(change);
  }

  private static String rounded(BigDecimal share) {
    return share.multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
