// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Texts that have to fit. */
final class Label {
  // Of the page's font at 13 pixels, a little above the mean width of a letter.
  private static final double LETTER = 7;

  private Label() {}

  /** The lines of a text at a width in pixels; a single word may be longer. */
  static List<String> lines(String text, double width) {
    int most = Math.max(8, (int) (width / LETTER));
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > most) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** A number at a tick, with a true minus. */
  static String number(double value, int decimals) {
    return BigDecimal.valueOf(value)
        .setScale(decimals, RoundingMode.HALF_UP)
        .toPlainString()
        .replace('-', '\u2212');
  }
}
