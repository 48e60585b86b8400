// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chart;

/**
 * A hundred people, of whom some are marked.
 *
 * @param title name of the picture
 * @param description its figures in words
 * @param marked people, 0 to 100
 * @param style treated or comparison: how they are marked
 */
public record HundredPeople(String title, String description, int marked, String style)
    implements ChartDrawing {
  private static final int SIDE = 280;
  private static final int ROW = 20;

  /** One picture serves every width. */
  @Override
  public String html(String id) {
    return draw(id, SIDE).text();
  }

  @Override
  public Svg draw(String id, int width) {
    Svg svg = new Svg(id, width, title, description);
    double step = (double) width / ROW;
    for (int person = 0; person < 100; person++) {
      int row = person / ROW;
      double x = step * (person % ROW + 0.5);
      double y = step * (row + 0.5) + 3 * row;
      svg.circle(person < marked ? style : "empty", x, y, step * 0.38);
    }
    return svg;
  }
}
