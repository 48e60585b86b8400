// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chart;

import java.util.ArrayList;
import java.util.List;
import org.desist.text.FigureText;

/** Texts that have to fit. */
final class ChartLabel {
  // Mean width of a letter at 13 pixels in the widest of the fonts that pages fall back to.
  private static final double LETTER = 7.6;

  private ChartLabel() {}

  /** The lines of a text at a width in pixels; a word that is longer is broken. */
  static List<String> lines(String text, double width) {
    int most = Math.max(8, (int) (width / LETTER));
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String whole : text.split(" ", -1)) {
      String word = whole;
      while (word.length() > most) {
        String head = word.substring(0, most);
        word = word.substring(most);
        if (line.length() > 0) {
          lines.add(line.toString());
          line.setLength(0);
        }
        lines.add(head);
      }
      if (line.length() > 0 && line.length() + 1 + word.length() > most) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** A text on one line, cut off where it is wider than so many pixels. */
  static String shortened(String text, double width) {
    int most = (int) (width / LETTER);
    return text.length() <= most ? text : text.substring(0, most - 1).stripTrailing() + "\u2026";
  }

  /** A number at a tick, with a true minus. */
  static String number(double value, int decimals) {
    return FigureText.trueMinus(FigureText.decimals(value, decimals));
  }
}
