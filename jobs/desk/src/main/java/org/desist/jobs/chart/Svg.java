// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chart;

import java.math.BigDecimal;
import org.desist.jobs.page.ForeignText;
import org.desist.text.FigureText;

/** A picture in the making. Every shape has a class; coordinates are pixels from the top left. */
public final class Svg {
  private final String id;
  private final int width;
  private final String title;
  private final String description;
  private final StringBuilder shapes = new StringBuilder();
  private double bottom;

  /**
   * Nothing drawn yet.
   *
   * @param id unique in the page
   * @param title its name
   * @param description the figures in it, for those who cannot see it
   */
  public Svg(String id, int width, String title, String description) {
    this.id = id;
    this.width = width;
    this.title = title;
    this.description = description;
  }

  Svg line(String style, double x1, double y1, double x2, double y2) {
    return shape(
        Math.max(y1, y2),
        "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
            .formatted(style, number(x1), number(y1), number(x2), number(y2)));
  }

  Svg rectangle(String style, double x, double y, double width, double height) {
    return shape(
        y + height,
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
            .formatted(style, number(x), number(y), number(width), number(height)));
  }

  Svg circle(String style, double x, double y, double radius) {
    return shape(
        y + radius,
        "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
            .formatted(style, number(x), number(y), number(radius)));
  }

  /** A square around a point. */
  Svg square(String style, double x, double y, double half) {
    return rectangle(style, x - half, y - half, 2 * half, 2 * half);
  }

  /** A diamond around a point. */
  Svg diamond(String style, double x, double y, double halfWidth, double halfHeight) {
    return path(
        style,
        y + halfHeight,
        "M%s %sL%s %sL%s %sL%s %sZ"
            .formatted(
                number(x - halfWidth),
                number(y),
                number(x),
                number(y - halfHeight),
                number(x + halfWidth),
                number(y),
                number(x),
                number(y + halfHeight)));
  }

  /** A triangle around a point, its tip up. */
  Svg triangle(String style, double x, double y, double half) {
    return path(
        style,
        y + half,
        "M%s %sL%s %sL%s %sZ"
            .formatted(
                number(x - half),
                number(y + half * 0.8),
                number(x),
                number(y - half),
                number(x + half),
                number(y + half * 0.8)));
  }

  Svg path(String style, double lowest, String path) {
    return shape(lowest, "<path class=\"%s\" d=\"%s\"/>".formatted(style, path));
  }

  /**
   * A line of text on its base line.
   *
   * @param anchor start, middle or end: where x is
   */
  Svg text(String style, String anchor, double x, double y, String words) {
    return shape(
        y + 4,
        "<text class=\"%s\" text-anchor=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
            .formatted(style, anchor, number(x), number(y), ForeignText.drawn(words)));
  }

  /** What another drawing holds, on top of what is here. */
  Svg add(Svg other) {
    shapes.append(other.shapes);
    bottom = Math.max(bottom, other.bottom);
    return this;
  }

  private Svg shape(double lowest, String element) {
    bottom = Math.max(bottom, lowest);
    shapes.append(element).append('\n');
    return this;
  }

  /** The picture as an element of a page, as high as what was drawn. */
  public String text() {
    return FigureText.text(
        """
        <svg class="chart" role="img" aria-labelledby="%1$s-title %1$s-text" viewBox="0 0 %2$d %3$d" width="%2$d" height="%3$d">
        <title id="%1$s-title">%4$s</title>
        <desc id="%1$s-text">%5$s</desc>
        %6$s</svg>""",
        id,
        width,
        (int) Math.ceil(bottom + 2),
        ForeignText.escaped(title),
        ForeignText.escaped(description),
        shapes);
  }

  /** At most one decimal: a tenth of a pixel is not seen. */
  static String number(double value) {
    return FigureText.plain(FigureText.rounded(BigDecimal.valueOf(value), 1));
  }
}
