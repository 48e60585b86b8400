// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chart;

import java.util.Collections;
import java.util.List;
import org.desist.text.FigureText;

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
  // A bar of less than a pixel is not seen.
  private static final double SEEN = 1 / HALF;

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
    boolean isLong = shown() > 8;
    for (int place = 0; place <= shown(); place += isLong ? 2 : 1) {
      double tick = (double) place / treated.size();
      svg.line("tick", axis.at(tick), bottom + 8, axis.at(tick), bottom + 13);
      svg.text(
          "faint", "middle", axis.at(tick), bottom + 28, ChartLabel.number(tick, isLong ? 1 : 2));
    }
    svg.text(
        "faint",
        "middle",
        width / 2.0,
        bottom + 46,
        width >= WIDE
            ? "score: how likely somebody with this history was to take part"
            : "score: likelihood of taking part");
    String rest = rest();
    if (!rest.isEmpty()) {
      double y = bottom + 64;
      for (String line : ChartLabel.lines(rest, width)) {
        svg.text("faint", "middle", width / 2.0, y, line);
        y += 16;
      }
    }
    return svg;
  }

  /** Who is beyond the end of the axis; empty when nobody is. */
  private String rest() {
    double own = beyond(treated);
    double other = beyond(others);
    return own + other > 0
        ? FigureText.text(
            "higher scores, too few for a bar: %s of the participants, %s of %s",
            FigureText.percent(own, 1), FigureText.percent(other, 1), othersWords())
        : "";
  }

  private String othersWords() {
    return othersName.equals("comparison group") ? "the comparison group" : othersName;
  }

  private double beyond(List<Double> shares) {
    return shares.stream().skip(shown()).mapToDouble(Double::doubleValue).sum();
  }

  /** Bins up to the last in which a bar is seen: the axis ends where the data end. */
  private int shown() {
    double seen = SEEN * Math.max(Collections.max(treated), Collections.max(others));
    int last = treated.size();
    while (last > 4 && treated.get(last - 1) < seen && others.get(last - 1) < seen) {
      last--;
    }
    return last;
  }
}
