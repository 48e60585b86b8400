// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.util.List;
import org.desist.facts.RunFacts;
import org.desist.jobs.terminal.TextTable;
import org.desist.text.FigureText;

/** What arrived, and what of it was rejected and why. */
final class ArrivalTables {
  private static final int REASONS = 12;

  private ArrivalTables() {}

  /** Rows per resource. */
  static TextTable arrived(RunFacts facts) {
    TextTable table =
        TextTable.open().left("What arrived").right("rows").right("refused").right("share");
    for (RunFacts.Arrival row : facts.arrivals()) {
      if (row.rows() > 0) {
        table.row(
            row.resource(),
            FigureText.count(row.rows()),
            FigureText.count(row.rejected()),
            row.rejected() == 0 ? "" : FigureText.percent((double) row.rejected() / row.rows(), 1));
      }
    }
    return table;
  }

  /** The most frequent reasons. */
  static TextTable refused(RunFacts facts) {
    TextTable table =
        TextTable.open()
            .left("Rejected rows and warnings")
            .left("code")
            .right("rows")
            .left("meaning");
    List<RunFacts.Reason> reasons = facts.reasons();
    for (RunFacts.Reason reason : reasons.subList(0, Math.min(REASONS, reasons.size()))) {
      table.row(
          reason.resource(),
          reason.code(),
          FigureText.count(reason.rows()),
          (reason.isWarning() ? "used with a warning: " : "") + CodeWords.reason(reason.code()));
    }
    if (reasons.size() > REASONS) {
      table.row(
          FigureText.text("and %d more", reasons.size() - REASONS),
          "",
          "",
          "see the mart data_quality");
    }
    return table;
  }
}
