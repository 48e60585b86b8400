// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chart;

import java.util.Collections;
import java.util.List;

/**
 * Two histograms of one score, back to back: participants up, the others down.
 *
 * @param title name of the picture
 * @param description its figures in words
 * @param treated share of participants by bin; bins are equal and reach from 0 to 1
 * @param others share of the others by bin
 * @param othersName who they are
 */
public record OverlapChart(
    String title, String description, List<Double> treated, List<Double> others, String othersName)
    implements ChartDrawing {
  private static final double HALF = 90;
  private static final double SEEN = 0.0005;

  public OverlapChart {
    treated = List.copyOf(treated);
    others = List.copyOf(others);
  }

  @Override
  public Svg draw(String id, int width) {
    Svg svg = new Svg(id, width, title, description);
    ChartAxis axis = new ChartAxis(0, (double) shown() / treated.size(), 0.2, 18, width - 18);
    double most = Math.max(Collections.max(treated), Collections.max(others));
    double scale = most > 0 ? HALF / most : 0;
    double middle = 24 + HALF;
    double bin = (axis.end() - axis.start()) / shown();
    for (int place = 0; place < shown(); place++) {
      double x = axis.start() + place * bin + 1;
      double up = treated.get(place) * scale;
      svg.rectangle("treated", x, middle - up, bin - 2, up);
    }
    for (int place = 0; place < shown(); place++) {
      double x = axis.start() + place * bin + 1;
      svg.rectangle("comparison", x, middle, bin - 2, others.get(place) * scale);
    }
    svg.line("zero", axis.start(), middle, axis.end(), middle);
    svg.text("label halo", "end", axis.end(), 14, "participants \u2191");
    double bottom = middle + HALF + 8;
    svg.text("label halo", "end", axis.end(), bottom, othersName + " \u2193");
    for (int place = 0; place <= shown(); place += shown() > 8 ? 4 : 1) {
      double tick = (double) place / treated.size();
      svg.line("tick", axis.at(tick), bottom + 8, axis.at(tick), bottom + 13);
      svg.text(
          "faint",
          "middle",
          axis.at(tick),
          bottom + 28,
          ChartLabel.number(tick, shown() > 8 ? 1 : 2));
    }
    return svg.text(
        "faint",
        "middle",
        width / 2.0,
        bottom + 46,
        width >= WIDE
            ? "score: how likely somebody with this history was to take part"
            : "score: likelihood of taking part");
  }

  /** Bins up to the last that anybody is in, so that low scores do not crowd at the left. */
  private int shown() {
    int last = treated.size();
    while (last > 4 && treated.get(last - 1) < SEEN && others.get(last - 1) < SEEN) {
      last--;
    }
    // Ticks stand at every fourth edge.
    return last > 8 ? Math.min(treated.size(), (last + 3) / 4 * 4) : last;
  }
}
