// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.jobs.page.Pages;
import org.desist.jobs.terminal.TextTable;
import org.desist.text.FigureText;

/** A comparison of runs as plain text, and as one page that needs nothing else. */
public final class DiffText {
  private DiffText() {}

  /** The page. */
  public static String html(RunDiff diff) {
    return Pages.render(
        "org/desist/jobs/diff/diff.html", Map.of("diff", diff, "verdict", verdict(diff)));
  }

  /** The text, with a line end. */
  public static String render(RunDiff diff) {
    List<String> parts = new ArrayList<>();
    parts.add(verdict(diff));
    TextTable settings =
        TextTable.open().left("What differs").left(diff.earlier()).left(diff.later());
    diff.settings().forEach(s -> settings.row(s.name(), s.before(), s.after()));
    add(parts, settings);
    TextTable marts =
        TextTable.open()
            .left("Rows of marts")
            .right("added")
            .right("removed")
            .right("changed")
            .right("same");
    for (MartDiff mart : diff.marts()) {
      marts.row(
          mart.mart(),
          FigureText.count(mart.added()),
          FigureText.count(mart.removed()),
          FigureText.count(mart.changed()),
          FigureText.count(mart.same()));
    }
    add(parts, marts);
    for (MartDiff mart : diff.marts()) {
      add(parts, biggest(mart));
    }
    only(parts, diff.earlier(), diff.onlyEarlier());
    only(parts, diff.later(), diff.onlyLater());
    return String.join(
        "", parts.stream().map(part -> part + System.lineSeparator().repeat(2)).toList());
  }

  /** How many marts differ, in a sentence. */
  private static String verdict(RunDiff diff) {
    long moved = diff.marts().stream().filter(MartDiff::isMoved).count();
    return moved == 0
        ? "Every mart that both have says the same in %s and %s."
            .formatted(diff.earlier(), diff.later())
        : FigureText.text(
            "%d of %d marts differ between %s and %s.",
            moved, diff.marts().size(), diff.earlier(), diff.later());
  }

  private static void only(List<String> parts, String run, List<String> names) {
    if (!names.isEmpty()) {
      parts.add("Only in %s: %s.".formatted(run, String.join(", ", names)));
    }
  }

  private static void add(List<String> parts, TextTable table) {
    if (!table.isEmpty()) {
      parts.add(table.text());
    }
  }

  private static TextTable biggest(MartDiff mart) {
    TextTable table =
        TextTable.open()
            .left("Moved most in " + mart.mart())
            .left("where")
            .right("before")
            .right("after");
    for (MartDiff.Change change : mart.biggest()) {
      table.row(
          change.measure(),
          change.place(),
          FigureText.amount(change.before()),
          FigureText.amount(change.after()));
    }
    return table;
  }
}
