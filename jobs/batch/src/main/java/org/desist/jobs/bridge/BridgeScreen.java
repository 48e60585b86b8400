// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bridge;

import java.io.PrintWriter;
import org.desist.bridge.CellBridge.CellCounts;
import org.desist.bridge.CellBridge.RateCell;
import org.desist.bridge.Figure;
import org.desist.bridge.ShownMovement;
import org.desist.bridge.ShownMovement.Line;
import org.desist.jobs.terminal.TextTable;
import org.desist.text.FigureText;

/** A bridge to be read. */
final class BridgeScreen {
  private BridgeScreen() {}

  static void print(BridgeAnswer answer, PrintWriter screen) {
    screen.println("From " + answer.before().title());
    screen.println("to   " + answer.after().title());
    boolean isWithheld = false;
    for (BridgeAnswer.Part part : answer.parts()) {
      screen.println();
      screen.println(title(part.bridge().cell()));
      for (ShownMovement shown : part.shown()) {
        screen.println();
        screen.println(table(answer, part, shown).text());
        isWithheld |= shown.isWithheld();
      }
    }
    if (isWithheld) {
      screen.println();
      screen.println(ShownMovement.WITHHELD);
    }
    screen.flush();
  }

  private static String title(RateCell cell) {
    return "%s from %s, %s %s, %s"
        .formatted(
            plain(cell.cohortWindow()),
            cell.cohortStart(),
            plain(cell.geographyType()),
            cell.geographyCode(),
            cell.breakdown().equals("total")
                ? "everybody"
                : plain(cell.breakdown()) + " " + cell.category());
  }

  private static TextTable table(BridgeAnswer answer, BridgeAnswer.Part part, ShownMovement shown) {
    TextTable table = TextTable.open().left(shown.measure().words()).right("").right("people");
    CellCounts earlier = part.bridge().earlier();
    CellCounts later = part.bridge().later();
    table.row(
        answer.before().runId() + ", " + earlier.cohortStatus(),
        shown.before().toPlainString(),
        FigureText.count(base(shown.measure(), earlier)));
    for (Line line : shown.lines()) {
      table.row(
          "  " + line.words(),
          FigureText.signed(line.points().toPlainString()),
          line.people() == null ? "withheld" : FigureText.count(line.people()));
    }
    table.row(
        answer.after().runId() + ", " + later.cohortStatus(),
        shown.after().toPlainString(),
        FigureText.count(base(shown.measure(), later)));
    return table.row("moved by", FigureText.signed(shown.difference().toPlainString()), "");
  }

  private static long base(Figure measure, CellCounts counts) {
    return switch (measure) {
      case REOFFENDING_RATE -> counts.offenders();
      case REOFFENCES_PER_REOFFENDER -> counts.reoffenders();
    };
  }

  private static String plain(String code) {
    return code.replace('_', ' ');
  }
}
