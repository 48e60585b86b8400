// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.terminal;

import java.io.PrintWriter;

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
    StringBuilder line = new StringBuilder(opening);
    String inset = " ".repeat(Tone.width(opening));
    boolean isBare = true;
    for (String word : text.split(" ", -1)) {
      if (!isBare && Tone.width(line.toString()) + 1 + Tone.width(word) > WIDTH) {
        screen.println(line);
        line = new StringBuilder(inset);
        isBare = true;
      }
      line.append(isBare ? "" : " ").append(word);
      isBare = false;
    }
    screen.println(line);
  }
}
