// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Text that is broken into lines for a terminal. */
public final class Paragraph {
  private static final int WIDTH = Math.min(100, TerminalWidth.columns());

  private Paragraph() {}

  /**
   * Prints a text, its lines below each other.
   *
   * @param opening what the first line starts with; the others are set in by as much
   */
  public static void print(String opening, String text, PrintWriter screen) {
    lines(opening, text, WIDTH).forEach(screen::println);
  }

  /** The lines of a text for a file, which is read at a width of its own. */
  public static List<String> lines(String opening, String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(opening);
    String inset = " ".repeat(Tone.width(opening));
    boolean isBare = true;
    for (String word : text.split(" ", -1)) {
      if (!isBare && Tone.width(line.toString()) + 1 + Tone.width(word) > width) {
        lines.add(line.toString());
        line = new StringBuilder(inset);
        isBare = true;
      }
      line.append(isBare ? "" : " ").append(word);
      isBare = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
