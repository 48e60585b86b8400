// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.backtest;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.desist.backtest.PublishedRow;
import org.desist.bridge.Figure;
import org.desist.bridge.Movement.Cause;
import org.desist.bridge.ShownMovement;
import org.desist.bridge.ShownMovement.Line;
import org.desist.jobs.backtest.Backtest.Compared;
import org.desist.jobs.backtest.Backtest.Explained;
import org.desist.jobs.terminal.TextTable;
import org.desist.text.FigureText;

/** A back-test to be read: how many rows are equal, then those that differ, then why. */
final class BacktestScreen {
  private static final int MOST_ROWS = 20;

  private BacktestScreen() {}

  static void print(Backtest backtest, PrintWriter screen) {
    screen.println("%s beside run %s".formatted(backtest.table().getFileName(), backtest.run()));
    screen.println();
    TextTable states = TextTable.open().left("").right("rows");
    backtest.counts().forEach((state, rows) -> states.row(state.words(), FigureText.count(rows)));
    screen.println(states.text());
    List<Compared> different = backtest.different();
    if (!different.isEmpty()) {
      screen.println();
      screen.println(differences(backtest, different).text());
      if (different.size() > MOST_ROWS) {
        screen.println(
            FigureText.text(
                "These are the first %d of %,d rows that differ. For all of them: --format csv",
                MOST_ROWS, different.size()));
      }
      ways(backtest, different, screen);
    }
    screen.flush();
  }

  private static TextTable differences(Backtest backtest, List<Compared> different) {
    TextTable table =
        TextTable.open()
            .right("row")
            .left("cell")
            .left("")
            .right("offenders")
            .right("reoffenders")
            .right("reoffences")
            .right("rate %");
    for (Compared row : different.stream().limit(MOST_ROWS).toList()) {
      PublishedRow published = row.row();
      table.row(
          Integer.toString(published.number()),
          published.cohort() + ", " + area(published),
          "published",
          count(published.offenders()),
          count(published.reoffenders()),
          count(published.reoffences()),
          figure(row.published(Figure.REOFFENDING_RATE, backtest.places())));
      table.row(
          "",
          group(published),
          "ours",
          count(row.own().offenders()),
          count(row.own().reoffenders()),
          count(row.own().reoffences()),
          figure(row.own(Figure.REOFFENDING_RATE, backtest.places())));
    }
    return table;
  }

  private static void ways(Backtest backtest, List<Compared> different, PrintWriter screen) {
    boolean isWithheld = false;
    for (Compared row : different) {
      for (Explained way : row.explained()) {
        screen.println();
        screen.println(table(backtest, row, way).text());
        isWithheld |= way.movement().lines().stream().anyMatch(line -> line.people() == null);
      }
    }
    if (isWithheld) {
      screen.println();
      screen.println("Causes of few people are put together and their people withheld.");
    }
    long unexplained = different.stream().filter(row -> row.explained().isEmpty()).count();
    if (backtest.madeAt() == null) {
      screen.println();
      screen.println("Why? Name the run of the snapshot that the table was made at: --made-at RUN");
    } else if (unexplained > 0) {
      screen.println();
      screen.println(
          FigureText.text(
              "Rows that differ and are not explained: %,d. A row is explained when the marts of both runs have its figure; the first %d are.",
              unexplained, BacktestQuestion.MOST_EXPLAINED));
    }
  }

  private static TextTable table(Backtest backtest, Compared row, Explained way) {
    ShownMovement movement = way.movement();
    TextTable table =
        TextTable.open()
            .left("Row %s, %s".formatted(row.row().number(), name(movement.measure())))
            .right("")
            .right("people");
    table.row("published", movement.before().subtract(way.sameSnapshot()).toPlainString(), "");
    table.row(
        "  ours at the same snapshot, " + backtest.madeAt(),
        FigureText.signed(way.sameSnapshot().toPlainString()),
        "");
    for (Line line : movement.lines()) {
      table.row(
          "  " + line.causes().stream().map(Cause::words).collect(Collectors.joining(", ")),
          FigureText.signed(line.points().toPlainString()),
          line.people() == null ? "withheld" : FigureText.count(line.people()));
    }
    return table.row("ours, " + backtest.run(), movement.after().toPlainString(), "");
  }

  private static String name(Figure figure) {
    return switch (figure) {
      case REOFFENDING_RATE -> "rate, per cent";
      case REOFFENCES_PER_REOFFENDER -> "reoffences per reoffender";
    };
  }

  private static String area(PublishedRow row) {
    return row.cell().geographyType().replace('_', ' ') + " " + row.cell().geographyCode();
  }

  private static String group(PublishedRow row) {
    String ages = row.ages().equals("total") ? "" : row.ages() + "s";
    if (row.cell().breakdown().equals("total")) {
      return ages.isEmpty() ? "everybody" : ages;
    }
    String part = row.cell().breakdown().replace('_', ' ') + " " + row.cell().category();
    return ages.isEmpty() ? part : ages + ", " + part;
  }

  private static String count(Long number) {
    return number == null ? "" : FigureText.count(number);
  }

  private static String figure(Optional<BigDecimal> figure) {
    return figure.map(BigDecimal::toPlainString).orElse("");
  }
}
