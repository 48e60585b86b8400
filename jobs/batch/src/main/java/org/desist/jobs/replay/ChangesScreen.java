// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.replay;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.desist.difference.SnapshotComparison.ResourceChange;
import org.desist.jobs.terminal.TextTable;
import org.desist.text.FigureText;

/** What became of the rows of a snapshot in a later one. */
public final class ChangesScreen {
  private ChangesScreen() {}

  /** A table of counts, and the fields that changed. */
  public static void print(
      String before, String now, List<ResourceChange> changes, PrintWriter screen) {
    TextTable table =
        TextTable.open()
            .left(before + " to " + now)
            .right("inserted")
            .right("changed")
            .right("removed")
            .right("unchanged")
            .left("changed fields");
    for (ResourceChange change : changes) {
      table.row(
          change.resource(),
          FigureText.count(change.rows().inserted()),
          FigureText.count(change.rows().changed()),
          FigureText.count(change.rows().removed()),
          FigureText.count(change.rows().unchanged()),
          change.changedFields().entrySet().stream()
              .map(field -> field.getKey() + " " + FigureText.count(field.getValue()))
              .collect(Collectors.joining(", ")));
    }
    screen.println(table.text());
    changes.stream()
        .flatMap(change -> change.singles().stream())
        .forEach(single -> screen.println(single.words(before, now)));
    screen.flush();
  }
}
