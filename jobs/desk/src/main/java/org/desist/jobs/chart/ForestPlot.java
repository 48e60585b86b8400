// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chart;

import java.util.List;

/**
 * Differences with their intervals, one a row, around the line of no difference.
 *
 * @param title name of the picture
 * @param description its figures in words
 * @param axisTitle what is counted, with its unit
 * @param rows from the top
 */
public record ForestPlot(String title, String description, String axisTitle, List<Row> rows)
    implements ChartDrawing {
  private static final double LABEL = 230;
  private static final double FIGURES = 170;
  private static final double LINE = 16;
  // Half of the longest number at a tick, and a word with its arrow.
  private static final double EDGE = 22;
  private static final double WORDS = 72;

  public ForestPlot {
    rows = List.copyOf(rows);
  }

  /** How a row is marked. */
  public enum Mark {
    /** Filled: statistically significant. */
    SIGNIFICANT,
    /** Hollow. */
    INCONCLUSIVE,
    /** A diamond as wide as the interval: the mean of the rows above. */
    POOLED,
    /** A bar without a point: where another study would lie. */
    PREDICTION
  }

  /**
   * A row.
   *
   * @param figures its numbers, or why there are none
   * @param value NaN when there is none
   * @param lower NaN when there is none
   * @param upper NaN when there is none
   */
  public record Row(
      String label, String figures, double value, double lower, double upper, Mark mark) {
    boolean isDrawn() {
      return Double.isFinite(lower) && Double.isFinite(upper);
    }
  }

  @Override
  public Svg draw(String id, int width) {
    Svg svg = new Svg(id, width, title, description);
    boolean isWide = width >= WIDE;
    ChartAxis axis =
        isWide ? axis(LABEL + 16, width - FIGURES - 16, 6) : axis(EDGE, width - EDGE, 4);
    // Beside the line of no difference, or as near to it as both words fit into the picture.
    double words = Math.max(WORDS, Math.min(axis.at(0), width - WORDS));
    svg.text("faint", "end", words - 8, 14, "\u2190 lower");
    svg.text("faint", "start", words + 8, 14, "higher \u2192");
    double top = 24;
    double y = top + 8;
    // Shapes of rows come after the grid, so that no line runs through them.
    Svg body = new Svg(id, width, title, description);
    for (Row row : rows) {
      y = isWide ? wide(body, row, axis, y) : narrow(body, row, axis, y, width);
    }
    for (double tick : axis.ticks()) {
      svg.line(tick == 0 ? "zero" : "grid", axis.at(tick), top, axis.at(tick), y);
    }
    svg.add(body);
    for (double tick : axis.ticks()) {
      svg.text("faint", "middle", axis.at(tick), y + 16, ChartLabel.number(tick, axis.decimals()));
    }
    double middle = isWide ? (axis.start() + axis.end()) / 2 : width / 2.0;
    double below = y + 36;
    for (String line : ChartLabel.lines(axisTitle, isWide ? 420 : width)) {
      svg.text("faint", "middle", middle, below, line);
      below += LINE;
    }
    return svg;
  }

  private ChartAxis axis(double start, double end, int ticks) {
    double least = 0;
    double most = 0;
    for (Row row : rows) {
      // A prediction may be far wider than everything else: it ends in an arrow instead.
      if (row.isDrawn() && row.mark() != Mark.PREDICTION) {
        least = Math.min(least, row.lower());
        most = Math.max(most, row.upper());
      }
    }
    return ChartAxis.of(least, most, ticks, start, end);
  }

  private static double wide(Svg svg, Row row, ChartAxis axis, double top) {
    double y = top;
    for (String line : ChartLabel.lines(row.label(), LABEL)) {
      svg.text(style(row), "start", 0, y + 13, line);
      y += LINE;
    }
    double middle = (top + y) / 2;
    svg.text("figure", "end", WIDE, middle + 5, row.figures());
    mark(svg, row, axis, middle);
    return y + 12;
  }

  private static double narrow(Svg svg, Row row, ChartAxis axis, double top, int width) {
    double y = top;
    for (String line : ChartLabel.lines(row.label(), width)) {
      svg.text(style(row) + " halo", "start", 0, y + 13, line);
      y += LINE;
    }
    svg.text("figure halo", "start", 0, y + 13, row.figures());
    y += LINE;
    if (row.isDrawn()) {
      mark(svg, row, axis, y + 12);
      y += 22;
    }
    return y + 10;
  }

  private static String style(Row row) {
    return row.mark() == Mark.POOLED ? "strong" : "label";
  }

  private static void mark(Svg svg, Row row, ChartAxis axis, double y) {
    if (!row.isDrawn()) {
      return;
    }
    double lower = axis.at(row.lower());
    double upper = axis.at(row.upper());
    switch (row.mark()) {
      case POOLED -> svg.diamond("treated", (lower + upper) / 2, y, (upper - lower) / 2, 8);
      case PREDICTION -> range(svg, axis, lower, upper, y);
      case SIGNIFICANT, INCONCLUSIVE -> {
        svg.line("whisker", lower, y, upper, y);
        svg.line("whisker", lower, y - 5, lower, y + 5);
        svg.line("whisker", upper, y - 5, upper, y + 5);
        svg.square(
            row.mark() == Mark.SIGNIFICANT ? "treated" : "hollow", axis.at(row.value()), y, 5.5);
      }
    }
  }

  private static void range(Svg svg, ChartAxis axis, double lower, double upper, double y) {
    double from = Math.max(lower, axis.start());
    double to = Math.min(upper, axis.end());
    svg.rectangle("range", from, y - 3, to - from, 6);
    if (from > lower) {
      svg.path("range", y + 7, arrow(from - 10, from, y));
    }
    if (to < upper) {
      svg.path("range", y + 7, arrow(to + 10, to, y));
    }
  }

  private static String arrow(double tip, double foot, double y) {
    return "M%s %sL%s %sL%s %sZ"
        .formatted(
            Svg.number(tip),
            Svg.number(y),
            Svg.number(foot),
            Svg.number(y - 7),
            Svg.number(foot),
            Svg.number(y + 7));
  }
}
