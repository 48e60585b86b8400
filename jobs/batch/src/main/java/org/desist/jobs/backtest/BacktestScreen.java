// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.backtest;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.desist.backtest.PublishedRow;
import org.desist.bridge.CellBridge.CellCounts;
import org.desist.bridge.Figure;
import org.desist.bridge.ShownMovement;
import org.desist.bridge.ShownMovement.Line;
import org.desist.jobs.backtest.Backtest.Compared;
import org.desist.jobs.backtest.Backtest.Explained;
import org.desist.jobs.backtest.Backtest.State;
import org.desist.jobs.terminal.TextTable;
import org.desist.text.FigureText;

/** A back-test to be read: how many rows are equal, then those that differ, then why. */
final class BacktestScreen {
  private static final int MOST_ROWS = 20;
  private static final int MOST_NUMBERS = 10;

  private final Backtest backtest;
  private final PrintWriter screen;

  private BacktestScreen(Backtest backtest, PrintWriter screen) {
    this.backtest = backtest;
    this.screen = screen;
  }

  static void print(Backtest backtest, PrintWriter screen) {
    new BacktestScreen(backtest, screen).print();
  }

  private void print() {
    screen.println("Published: " + backtest.table().getFileName());
    screen.println("Ours:      " + backtest.run().title());
    backtest.madeAt().ifPresent(run -> screen.println("Made at:   " + run.title()));
    screen.println();
    screen.println(states().text());
    madeAt();
    List<Compared> different = backtest.different();
    if (!different.isEmpty()) {
      screen.println();
      screen.println(differences(different).text());
      if (different.size() > MOST_ROWS) {
        screen.println(
            FigureText.text(
                "These are the first %d of %,d rows that differ. For all of them: --format csv",
                MOST_ROWS, different.size()));
      }
      ways(different);
      closing(different);
    }
    screen.flush();
  }

  private TextTable states() {
    TextTable table =
        TextTable.open().left("").right("rows").left("which, counted below the header");
    backtest
        .byState()
        .forEach(
            (state, rows) ->
                table.row(state.words(), FigureText.count(rows.size()), numbers(rows)));
    return table;
  }

  /** Whether the table is reproduced where it was made. */
  private void madeAt() {
    List<State> states =
        backtest.rows().stream().flatMap(row -> row.stateMadeAt().stream()).toList();
    if (!states.isEmpty()) {
      screen.println();
      screen.println(
          FigureText.text(
              "At the snapshot that the table was made at: %,d equal, %,d different.",
              states.stream()
                  .filter(state -> state == State.EQUAL || state == State.EQUAL_WHERE_PUBLISHED)
                  .count(),
              states.stream().filter(state -> state == State.DIFFERENT).count()));
    }
  }

  private static String numbers(List<Compared> rows) {
    String numbers =
        rows.stream()
            .limit(MOST_NUMBERS)
            .map(row -> Integer.toString(row.row().number()))
            .collect(Collectors.joining(", "));
    return rows.size() > MOST_NUMBERS ? numbers + ", ..." : numbers;
  }

  private TextTable differences(List<Compared> different) {
    TextTable table =
        TextTable.open()
            .right("row")
            .left("figure")
            .left("")
            .right("offenders")
            .right("reoffenders")
            .right("reoffences")
            .right("rate %")
            .right("difference");
    for (Compared row : different.stream().limit(MOST_ROWS).toList()) {
      PublishedRow published = row.row();
      table.row(
          Integer.toString(published.number()),
          published.written().cohort() + ", " + published.written().area(),
          "published",
          count(published.offenders()),
          count(published.reoffenders()),
          count(published.reoffences()),
          shown(row.published(Figure.REOFFENDING_RATE, backtest.places())),
          "");
      table.row(ours(row));
    }
    return table;
  }

  private List<String> ours(Compared row) {
    CellCounts own = row.own();
    return List.of(
        "",
        row.row().written().group(),
        own == null || own.cohortStatus().equals("final") ? "ours" : "ours, " + own.cohortStatus(),
        own == null ? row.state().words() : FigureText.count(own.offenders()),
        own == null ? "" : FigureText.count(own.reoffenders()),
        own == null ? "" : FigureText.count(own.reoffences()),
        shown(row.own(Figure.REOFFENDING_RATE, backtest.places())),
        row.difference(Figure.REOFFENDING_RATE, backtest.places())
            .map(points -> FigureText.signed(points.toPlainString()))
            .orElse(""));
  }

  private void ways(List<Compared> different) {
    boolean isWithheld = false;
    for (Compared row : different) {
      for (Explained way : row.explained()) {
        screen.println();
        screen.println(table(row, way).text());
        isWithheld |= way.movement().isWithheld();
      }
    }
    if (isWithheld) {
      screen.println();
      screen.println(ShownMovement.WITHHELD);
    }
  }

  private void closing(List<Compared> different) {
    screen.println();
    screen.println("A difference is ours less what was published, in points.");
    List<Compared> unexplained =
        different.stream().filter(row -> row.explained().isEmpty()).toList();
    if (backtest.madeAt().isEmpty()) {
      screen.println("Why? Name the run of the snapshot that the table was made at: --made-at RUN");
    } else if (!unexplained.isEmpty()) {
      screen.println(
          FigureText.text(
              "Not explained: %s. A row is explained when the marts of both runs have its figure; at most %d are.",
              numbers(unexplained), BacktestQuestion.MOST_EXPLAINED));
    }
  }

  private TextTable table(Compared row, Explained way) {
    ShownMovement movement = way.movement();
    TextTable table =
        TextTable.open()
            .left("Row %s: %s".formatted(row.row().number(), movement.measure().words()))
            .right("")
            .right("people");
    table.row("published", movement.before().subtract(way.sameSnapshot()).toPlainString(), "");
    table.row(
        "  ours at the same snapshot, " + backtest.madeAt().orElseThrow().runId(),
        FigureText.signed(way.sameSnapshot().toPlainString()),
        "");
    for (Line line : movement.lines()) {
      table.row(
          "  " + line.words(),
          FigureText.signed(line.points().toPlainString()),
          line.people() == null ? "withheld" : FigureText.count(line.people()));
    }
    return table.row("ours, " + backtest.run().runId(), movement.after().toPlainString(), "");
  }

  private static String count(Long number) {
    return number == null ? "" : FigureText.count(number);
  }

  private static String shown(Optional<BigDecimal> figure) {
    return figure.map(BigDecimal::toPlainString).orElse("");
  }
}
