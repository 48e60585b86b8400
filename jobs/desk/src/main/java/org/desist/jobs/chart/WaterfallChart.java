// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chart;

import java.util.List;

/**
 * How many are left after each step.
 *
 * @param title name of the picture
 * @param description its figures in words
 * @param steps from the first, which sets the full width
 */
public record WaterfallChart(String title, String description, List<Step> steps)
    implements ChartDrawing {
  private static final double LABEL = 270;

  public WaterfallChart {
    steps = List.copyOf(steps);
  }

  /**
   * A step.
   *
   * @param figures its numbers in words
   * @param remaining people left; null when withheld
   * @param left people who left here; null when withheld
   */
  public record Step(String label, String figures, Integer remaining, Integer left) {}

  @Override
  public Svg draw(String id, int width) {
    Svg svg = new Svg(id, width, title, description);
    boolean isWide = width >= WIDE;
    double start = isWide ? LABEL + 10 : 0;
    double room = width - start - (isWide ? 150 : 0);
    double all =
        steps.stream()
            .mapToInt(step -> step.remaining() == null ? 0 : step.remaining())
            .max()
            .orElse(0);
    double y = 0;
    for (Step step : steps) {
      double top = y;
      for (String line : ChartLabel.lines(step.label(), isWide ? LABEL : width)) {
        svg.text("label", isWide ? "end" : "start", isWide ? LABEL : 0, y + 15, line);
        y += 16;
      }
      double bar = isWide ? (top + y) / 2 - 8 : y + 6;
      if (step.remaining() != null && all > 0) {
        double end = room * step.remaining() / all;
        svg.rectangle("treated", start, bar, end, 18);
        if (step.left() != null) {
          svg.rectangle("lost", start + end, bar, room * step.left() / all, 18);
        }
      }
      if (isWide) {
        svg.text("figure", "end", width, bar + 14, step.figures());
        y = Math.max(y, bar + 18) + 12;
      } else {
        svg.text("figure", "start", 0, bar + (step.remaining() == null ? 12 : 34), step.figures());
        y = bar + (step.remaining() == null ? 26 : 46);
      }
    }
    return svg;
  }
}
