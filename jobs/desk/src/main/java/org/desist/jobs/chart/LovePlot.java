// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chart;

import java.util.List;
import org.desist.comparison.Balance.BalanceLight;
import org.desist.comparison.Balance.BalanceThresholds;

/**
 * How far the groups are apart before and after matching, in percent of a standard deviation and
 * without the sign. Terms of one kind that are alike share a row, so that the picture stays small
 * however many there are.
 *
 * @param title name of the picture
 * @param description its figures in words
 * @param rows from the top
 * @param thresholds where lights change
 */
public record LovePlot(
    String title, String description, List<Row> rows, BalanceThresholds thresholds)
    implements ChartDrawing {
  private static final double LABEL = 260;

  public LovePlot {
    rows = List.copyOf(rows);
  }

  /**
   * One term, or several of a kind.
   *
   * @param marks one per term
   */
  public record Row(String label, List<Mark> marks) {
    public Row {
      marks = List.copyOf(marks);
    }
  }

  /**
   * A term.
   *
   * @param before standardised mean difference, percent; NaN when unknown
   * @param after the same after matching
   * @param light of it after matching
   */
  public record Mark(double before, double after, BalanceLight light) {}

  @Override
  public Svg draw(String id, int width) {
    Svg svg = new Svg(id, width, title, description);
    boolean isWide = width >= WIDE;
    double most = thresholds.amber();
    for (Row row : rows) {
      for (Mark mark : row.marks()) {
        most = Math.max(most, Math.max(size(mark.before()), size(mark.after())));
      }
    }
    ChartAxis axis = ChartAxis.of(0, most, isWide ? 6 : 4, isWide ? LABEL + 12 : 8, width - 20);
    double top = legend(svg, isWide);
    double height = isWide ? 22 : 36;
    double bottom = top + rows.size() * height + 4;
    svg.rectangle(
        "band-green", axis.at(0), top, axis.at(thresholds.green()) - axis.at(0), bottom - top);
    svg.rectangle(
        "band-amber",
        axis.at(thresholds.green()),
        top,
        axis.at(thresholds.amber()) - axis.at(thresholds.green()),
        bottom - top);
    for (double tick : axis.ticks()) {
      svg.line("grid", axis.at(tick), top, axis.at(tick), bottom);
      svg.text(
          "faint", "middle", axis.at(tick), bottom + 16, ChartLabel.number(tick, axis.decimals()));
    }
    double y = top;
    for (Row row : rows) {
      row(svg, row, axis, y, isWide);
      y += height;
    }
    svg.text(
        "faint",
        "middle",
        isWide ? (axis.start() + axis.end()) / 2 : width / 2.0,
        bottom + 36,
        "difference, % of a standard deviation");
    return svg;
  }

  private static void row(Svg svg, Row row, ChartAxis axis, double top, boolean isWide) {
    double y = isWide ? top + 13 : top + 26;
    String label = ChartLabel.shortened(row.label(), isWide ? LABEL : NARROW);
    svg.text(
        "label halo",
        isWide ? "end" : "start",
        isWide ? LABEL : 0,
        top + 17 - (isWide ? 0 : 3),
        label);
    // Lines, then marks of before, then those of after: what counts lies on top.
    for (Mark mark : row.marks()) {
      if (Double.isFinite(mark.before()) && Double.isFinite(mark.after())) {
        svg.line("thread", axis.at(size(mark.before())), y, axis.at(size(mark.after())), y);
      }
    }
    for (Mark mark : row.marks()) {
      if (Double.isFinite(mark.before())) {
        svg.circle("hollow-faint", axis.at(size(mark.before())), y, 4.5);
      }
    }
    for (Mark mark : row.marks()) {
      if (!Double.isNaN(mark.after())) {
        // A detail that never varies within the groups and differs between them is off every scale.
        double x = Double.isInfinite(mark.after()) ? axis.end() : axis.at(size(mark.after()));
        light(svg, mark.light(), x, y);
      }
    }
    if (row.marks().stream().allMatch(mark -> Double.isNaN(mark.after()))) {
      boolean isJudged =
          row.marks().stream().noneMatch(mark -> mark.light() == BalanceLight.NOT_EVALUATED);
      svg.text(
          "faint halo",
          "start",
          axis.at(0) + 4,
          y + 5,
          isJudged ? "alike; withheld (few people)" : "could not be evaluated");
    }
  }

  private static void light(Svg svg, BalanceLight light, double x, double y) {
    switch (light) {
      case GREEN -> svg.circle("green", x, y, 5);
      case AMBER -> svg.triangle("amber", x, y, 6);
      case RED -> svg.diamond("red", x, y, 6.5, 6.5);
      case NOT_EVALUATED -> svg.square("hollow-faint", x, y, 4.5);
    }
  }

  private double legend(Svg svg, boolean isWide) {
    String green = "to %s".formatted(ChartLabel.number(thresholds.green(), 0));
    String amber = "to %s".formatted(ChartLabel.number(thresholds.amber(), 0));
    double[] x = isWide ? new double[] {272, 412, 502, 582} : new double[] {8, 8, 92, 172};
    double first = 12;
    double second = isWide ? 12 : 32;
    svg.circle("hollow-faint", x[0], first - 4, 4.5)
        .text("label", "start", x[0] + 10, first, "before matching");
    svg.circle("green", x[1], second - 4, 5)
        .text("label", "start", x[1] + 10, second, isWide ? "after: " + green : green);
    svg.triangle("amber", x[2] + 8, second - 4, 6).text("label", "start", x[2] + 18, second, amber);
    svg.diamond("red", x[3] + 4, second - 4, 6.5, 6.5)
        .text("label", "start", x[3] + 14, second, "above: too far");
    return second + 14;
  }

  private static double size(double difference) {
    return Double.isFinite(difference) ? Math.abs(difference) : 0;
  }
}
