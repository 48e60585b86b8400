// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chart;

/** What can be drawn at a width. */
@FunctionalInterface
public interface ChartDrawing {
  /** Width of a chart on a screen or on paper. */
  int WIDE = 720;

  /** Width of a chart on a telephone. */
  int NARROW = 300;

  /**
   * Draws.
   *
   * @param id of this picture, unique in the page
   * @param width pixels
   */
  Svg draw(String id, int width);

  /** Both widths, of which the page's style sheet shows the one that fits. */
  default String html(String id) {
    return "<div class=\"wide\">"
        + draw(id + "-wide", WIDE).text()
        + "</div>\n<div class=\"narrow\">"
        + draw(id + "-narrow", NARROW).text()
        + "</div>";
  }
}
