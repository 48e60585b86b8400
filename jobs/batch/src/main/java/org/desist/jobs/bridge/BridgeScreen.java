// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bridge;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.desist.bridge.CellBridge.CellCounts;
import org.desist.bridge.CellBridge.RateCell;
import org.desist.bridge.Figure;
import org.desist.bridge.Movement.Cause;
import org.desist.bridge.ShownMovement;
import org.desist.bridge.ShownMovement.Line;
import org.desist.jobs.terminal.TextTable;
import org.desist.publish.VersionManifest;
import org.desist.text.FigureText;

/** A bridge to be read. */
final class BridgeScreen {
  private BridgeScreen() {}

  static void print(BridgeAnswer answer, PrintWriter screen) {
    screen.println("From " + version(answer.before()));
    screen.println("to   " + version(answer.after()));
    boolean isWithheld = false;
    for (BridgeAnswer.Part part : answer.parts()) {
      screen.println();
      screen.println(title(part.bridge().cell()));
      for (ShownMovement shown : part.shown()) {
        screen.println();
        screen.println(table(answer, part, shown).text());
        isWithheld |= shown.lines().stream().anyMatch(line -> line.people() == null);
      }
    }
    if (isWithheld) {
      screen.println();
      screen.println("Causes of few people are put together and their people withheld.");
    }
    screen.flush();
  }

  private static String version(VersionManifest version) {
    return "%s: snapshot %s, method %s"
        .formatted(version.runId(), version.snapshot(), version.method());
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
    TextTable table = TextTable.open().left(name(shown.measure())).right("").right("people");
    CellCounts earlier = part.bridge().earlier();
    CellCounts later = part.bridge().later();
    table.row(
        answer.before().runId() + ", " + earlier.cohortStatus(),
        shown.before().toPlainString(),
        FigureText.count(base(shown.measure(), earlier)));
    for (Line line : shown.lines()) {
      table.row(
          "  " + line.causes().stream().map(Cause::words).collect(Collectors.joining(", ")),
          FigureText.signed(line.points().toPlainString()),
          line.people() == null ? "withheld" : FigureText.count(line.people()));
    }
    table.row(
        answer.after().runId() + ", " + later.cohortStatus(),
        shown.after().toPlainString(),
        FigureText.count(base(shown.measure(), later)));
    return table.row("moved by", FigureText.signed(shown.difference().toPlainString()), "");
  }

  private static String name(Figure measure) {
    return switch (measure) {
      case REOFFENDING_RATE -> "Reoffending rate, per cent of offenders";
      case REOFFENCES_PER_REOFFENDER -> "Reoffences per reoffender";
    };
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
