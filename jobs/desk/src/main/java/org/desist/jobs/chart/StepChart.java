// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chart;

import java.util.Collections;
import java.util.List;

/**
 * Shares of two groups that rise week by week.
 *
 * @param title name of the picture
 * @param description its figures in words
 * @param treated shares by week from week 0, 0 to 1
 * @param comparison the same of the comparison group, of the same length
 * @param treatedEnd words at the end of the participants' line
 * @param comparisonEnd words at the end of the other line
 */
public record StepChart(
    String title,
    String description,
    List<Double> treated,
    List<Double> comparison,
    String treatedEnd,
    String comparisonEnd)
    implements ChartDrawing {
  public StepChart {
    treated = List.copyOf(treated);
    comparison = List.copyOf(comparison);
  }

  @Override
  public Svg draw(String id, int width) {
    Svg svg = new Svg(id, width, title, description);
    boolean isWide = width >= WIDE;
    int last = treated.size() - 1;
    double bottom = isWide ? 330 : 270;
    double top = isWide ? 14 : 46;
    ChartAxis weeks =
        new ChartAxis(0, last, isWide ? 4 : 13, 44, isWide ? width - 164 : width - 12);
    ChartAxis shares =
        ChartAxis.of(
            0,
            100 * Math.max(Collections.max(treated), Collections.max(comparison)),
            5,
            bottom,
            top);
    for (double tick : shares.ticks()) {
      svg.line("grid", weeks.start(), shares.at(tick), weeks.end(), shares.at(tick));
      svg.text(
          "faint",
          "end",
          36,
          shares.at(tick) + 4,
          ChartLabel.number(tick, shares.decimals()) + "%");
    }
    for (int week = 0; week <= last; week += (int) weeks.step()) {
      svg.line("tick", weeks.at(week), bottom, weeks.at(week), bottom + 5);
      svg.text("faint", "middle", weeks.at(week), bottom + 19, Integer.toString(week));
    }
    svg.text(
        "faint",
        "middle",
        (weeks.start() + weeks.end()) / 2,
        bottom + 39,
        isWide ? "weeks since release, sentence or caution" : "weeks since the index date");
    svg.path("comparison-line", bottom, steps(comparison, weeks, shares));
    svg.path("treated-line", bottom, steps(treated, weeks, shares));
    if (isWide) {
      ends(svg, weeks, shares, last);
    } else {
      svg.line("treated-line", 0, 10, 26, 10).text("label", "start", 32, 14, treatedEnd);
      svg.line("comparison-line", 0, 28, 26, 28).text("label", "start", 32, 32, comparisonEnd);
    }
    return svg;
  }

  private void ends(Svg svg, ChartAxis weeks, ChartAxis shares, int last) {
    double own = shares.at(100 * treated.get(last));
    double other = shares.at(100 * comparison.get(last));
    // Two labels of two lines each need 36 pixels.
    double push = Math.max(0, (36 - Math.abs(own - other)) / 2);
    double sign = own < other ? -1 : 1;
    end(svg, treatedEnd, weeks.end() + 8, own + sign * push);
    end(svg, comparisonEnd, weeks.end() + 8, other - sign * push);
  }

  private static void end(Svg svg, String words, double x, double y) {
    double line = y - 3;
    for (String part : ChartLabel.lines(words, 156)) {
      svg.text("label", "start", x, line, part);
      line += 16;
    }
  }

  private static String steps(List<Double> values, ChartAxis weeks, ChartAxis shares) {
    StringBuilder path = new StringBuilder();
    for (int week = 0; week < values.size(); week++) {
      String x = Svg.number(weeks.at(week));
      String y = Svg.number(shares.at(100 * values.get(week)));
      path.append(week == 0 ? "M" + x + " " + y : "H" + x + "V" + y);
    }
    return path.toString();
  }
}
