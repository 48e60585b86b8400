// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.intake;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import org.desist.jobs.intake.IntakeSummary.Row;
import org.desist.jobs.terminal.Paragraph;
import org.desist.jobs.terminal.TextTable;
import org.desist.text.FigureText;

/** Where all requests stand, on one screen: how many in each state, then each. */
public final class IntakeScreen {
  /** What stands beside the state is of no use to the desk any more. */
  private static final Set<String> DONE =
      Set.of(IntakeState.READY.name(), IntakeState.ANSWERED.name(), IntakeState.WITHDRAWN.name());

  private IntakeScreen() {}

  /** Prints it, with where the letters and the page lie. */
  public static void print(IntakeSummary summary, IntakeDesk desk, PrintWriter screen) {
    if (requests(summary, screen)) {
      screen.println();
      screen.println("Letters to senders: " + desk.letters());
      screen.println("This as a page:     " + desk.page());
    }
    screen.flush();
  }

  /** Prints what would be judged. */
  public static void plan(IntakeSummary summary, PrintWriter screen) {
    if (requests(summary, screen)) {
      screen.println();
      screen.println(
          summary.judged().isEmpty()
              ? "Nothing would be judged, and nothing has been written."
              : "Would be judged against %s: %s. Nothing has been written."
                  .formatted(summary.run(), String.join(", ", summary.judged())));
    }
    screen.flush();
  }

  private static boolean requests(IntakeSummary summary, PrintWriter screen) {
    if (summary.requests().isEmpty()) {
      screen.println("No requests in " + summary.folder());
      return false;
    }
    TextTable counts = TextTable.open().left("state").right("requests");
    summary
        .counts()
        .forEach(
            (state, count) ->
                counts.row(IntakeState.valueOf(state).words(), FigureText.count(count)));
    screen.println(counts.text());
    screen.println();
    TextTable table =
        TextTable.open()
            .left("request")
            .left("sender")
            .spare()
            .left("sent")
            .left("state")
            .right("analysed");
    for (Row row : summary.requests()) {
      table.row(row.folder(), known(row.organisation()), row.day(), row.words(), row.counted());
    }
    screen.println(table.text());
    List<Row> open =
        summary.requests().stream().filter(row -> !DONE.contains(row.state())).toList();
    for (Row row : open) {
      screen.println();
      screen.println("%s: %s".formatted(row.folder(), row.words()));
      row.why().forEach(why -> Paragraph.print("  ", why, screen));
    }
    if (summary.ofEarlierRuns() > 0) {
      screen.println();
      screen.println(
          FigureText.text(
              "Judged against an earlier run: %,d. To judge them against %s: --again.",
              summary.ofEarlierRuns(), summary.run()));
    }
    return true;
  }

  private static String known(String organisation) {
    return organisation == null ? "not known" : organisation;
  }
}
