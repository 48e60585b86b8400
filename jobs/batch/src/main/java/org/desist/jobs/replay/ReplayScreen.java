// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.replay;

import java.io.PrintWriter;
import java.util.List;
import org.desist.correction.Judgement;
import org.desist.jobs.terminal.TextTable;
import org.desist.text.FigureText;

/** What becomes of corrected rows, without any of their values. */
public final class ReplayScreen {
  private static final int SHOWN = 40;

  private ReplayScreen() {}

  /** The counts, and each row that fails by code, field and line. */
  public static void print(Judgement judgement, PrintWriter screen) {
    TextTable counts = TextTable.open().left(judgement.resource()).right("rows");
    counts.row("corrected rows that pass", FigureText.count(judgement.answers().size()));
    counts.row("corrected rows that fail again", FigureText.count(judgement.failed()));
    counts.row("rows freed because they refer to them", FigureText.count(judgement.freed()));
    counts.row("rows in quarantine before", FigureText.count(judgement.before()));
    counts.row("rows in quarantine after", FigureText.count(judgement.after()));
    screen.println(counts.text());
    if (!judgement.refused().isEmpty()) {
      screen.println();
      screen.println(failures(judgement.refused()).text());
    }
    screen.flush();
  }

  private static TextTable failures(List<Judgement.Refusal> refused) {
    TextTable table =
        TextTable.open()
            .right("line")
            .left("answers")
            .left("code")
            .left("field")
            .left("what is wrong");
    for (Judgement.Refusal refusal : refused.subList(0, Math.min(SHOWN, refused.size()))) {
      table.row(
          Long.toString(refusal.line()),
          refusal.place() == null ? "" : refusal.place().file() + " line " + refusal.place().line(),
          refusal.code(),
          refusal.field() == null ? "" : refusal.field(),
          refusal.message());
    }
    if (refused.size() > SHOWN) {
      table.row("", FigureText.text("and %d more", refused.size() - SHOWN), "", "", "");
    }
    return table;
  }
}
