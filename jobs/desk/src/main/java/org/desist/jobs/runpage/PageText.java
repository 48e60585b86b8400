// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.runpage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.desist.jobs.diff.MartDiff;
import org.desist.jobs.screen.CodeWords;
import org.desist.jobs.terminal.TerminalWidth;
import org.desist.jobs.terminal.TextTable;
import org.desist.jobs.terminal.Tone;
import org.desist.text.FigureText;

/** A page as plain text, for a terminal. */
public final class PageText {
  private static final int REASONS = 12;

  private PageText() {}

  /** The text, with a line end. */
  public static String render(RunPage page) {
    List<String> parts = new ArrayList<>();
    parts.add(head(page));
    parts.add(next(page));
    add(parts, arrived(page));
    add(parts, refused(page));
    moved(parts, page);
    guards(parts, page);
    add(parts, stages(page));
    add(parts, attempts(page));
    add(parts, facts("Made by", page.made()));
    add(parts, facts("Asked for", page.settings()));
    return TerminalWidth.fitted(String.join(System.lineSeparator().repeat(2), parts))
        + System.lineSeparator();
  }

  private static void add(List<String> parts, TextTable table) {
    if (!table.isEmpty()) {
      parts.add(table.text());
    }
  }

  private static String head(RunPage page) {
    TextTable table = TextTable.open().left("Run").left(page.name()).toned(Verdicts::tone);
    table.row("status", page.state());
    table.row("published", page.published());
    String text = table.text() + System.lineSeparator() + page.verdict();
    if (page.failure() == null) {
      return text;
    }
    return text
        + System.lineSeparator().repeat(2)
        + Tone.BAD.mark(page.failure().code())
        + ": "
        + page.failure().message();
  }

  private static String next(RunPage page) {
    StringBuilder text = new StringBuilder(Tone.STRONG.mark("What to do"));
    for (RunPage.Step step : page.next()) {
      text.append(System.lineSeparator()).append("  ").append(step.when());
      if (!step.command().isEmpty()) {
        text.append(System.lineSeparator()).append("    ").append(step.command());
      }
    }
    return text.toString();
  }

  private static TextTable arrived(RunPage page) {
    TextTable table =
        TextTable.open()
            .left("What arrived")
            .right("rows")
            .right("refused")
            .right("before")
            .right("change");
    for (RunPage.Arrival row : page.arrived()) {
      table.row(
          row.resource(),
          FigureText.count(row.rows()),
          FigureText.count(row.refused()),
          row.before() == null ? "" : FigureText.count(row.before()),
          row.change());
    }
    return table;
  }

  private static TextTable refused(RunPage page) {
    TextTable table =
        TextTable.open()
            .left("Rejected rows and warnings")
            .left("code")
            .left("field")
            .right("rows")
            .left("meaning");
    List<RunPage.Refusal> rows = page.refused();
    for (RunPage.Refusal row : rows.subList(0, Math.min(REASONS, rows.size()))) {
      table.row(
          row.resource(),
          row.code(),
          row.field(),
          FigureText.count(row.rows()),
          (row.level().equals("warning") ? "used with a warning: " : "") + row.meaning());
    }
    if (rows.size() > REASONS) {
      table.row(FigureText.text("and %d more", rows.size() - REASONS), "", "", "", "");
    }
    return table;
  }

  private static void moved(List<String> parts, RunPage page) {
    if (page.moved().isEmpty()) {
      return;
    }
    TextTable table =
        TextTable.open()
            .left("What moved since " + page.against())
            .right("added")
            .right("removed")
            .right("changed")
            .left("most");
    for (MartDiff diff : page.moved()) {
      if (diff.isMoved()) {
        table.row(
            diff.mart().replaceFirst("published\\.", ""),
            FigureText.count(diff.added()),
            FigureText.count(diff.removed()),
            FigureText.count(diff.changed()),
            diff.biggest().isEmpty() ? "" : words(diff));
      }
    }
    parts.add(table.isEmpty() ? "No published mart moved since " + page.against() : table.text());
  }

  private static String words(MartDiff diff) {
    return diff.biggest().get(0).words() + ", " + diff.biggest().get(0).place();
  }

  private static void guards(List<String> parts, RunPage page) {
    RunPage.Guards guards = page.guards();
    if (guards.counts().isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        Tone.STRONG.mark("Guards: ")
            + String.join(
                ", ", guards.counts().stream().map(c -> c.value() + " " + c.name()).toList()));
    for (RunPage.Check check : guards.told()) {
      lines.add(
          "  %s  %s of %s: %s"
              .formatted(
                  Tone.WARN.mark(check.outcome()), check.guard(), check.subject(), check.words()));
      if (!check.reason().isEmpty()) {
        lines.add("    let through: " + check.reason());
      }
    }
    guards
        .notEvaluated()
        .forEach(fact -> lines.add("  not evaluated  %s: %s".formatted(fact.name(), fact.value())));
    guards.notes().forEach(note -> lines.add("  " + note));
    parts.add(String.join(System.lineSeparator(), lines));
  }

  private static TextTable stages(RunPage page) {
    TextTable table = TextTable.open().left("Stages").left("").right("took");
    page.stages().forEach(stage -> table.row(stage.stage(), stage.status(), stage.took()));
    if (page.took() != null) {
      table.row("in all", "", page.took());
    }
    return table;
  }

  private static TextTable attempts(RunPage page) {
    TextTable table = TextTable.open().left("Starts").left("").right("took").left("ended in");
    if (page.attempts().size() > 1) {
      page.attempts()
          .forEach(
              start ->
                  table.row(
                      "start " + start.number(),
                      start.started(),
                      start.took(),
                      start.error().isEmpty() ? "" : CodeWords.plain(start.error())));
    }
    return table;
  }

  /** Facts under a title, with where they come from when that is known of one. */
  public static TextTable facts(String title, List<RunPage.Fact> facts) {
    boolean isFrom = facts.stream().anyMatch(fact -> fact.from() != null);
    TextTable table = TextTable.open().left(title).left("");
    if (isFrom) {
      table.left("from");
    }
    for (RunPage.Fact fact : facts) {
      if (isFrom) {
        table.row(fact.name(), fact.value(), Objects.requireNonNullElse(fact.from(), ""));
      } else {
        table.row(fact.name(), fact.value());
      }
    }
    return table;
  }
}
