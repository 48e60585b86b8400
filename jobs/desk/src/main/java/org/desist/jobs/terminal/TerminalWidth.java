// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.terminal;

import java.util.ArrayList;
import java.util.List;
import org.desist.run.Shell;

/**
 * How wide the screen is, and text that fits it: lines break between words, never in one. What goes
 * into a file or to another program has no width and is left as it is.
 */
public final class TerminalWidth {
  /** Told by the launcher, when standard output is a terminal. */
  private static final String COLUMNS = "desist.columns";

  private static final int NARROWEST = 40;

  private TerminalWidth() {}

  /** Characters in a line; the largest number there is when nobody looks at a terminal. */
  public static int columns() {
    Integer told = Integer.getInteger(COLUMNS);
    return told == null || told <= 0 ? Integer.MAX_VALUE : Math.max(NARROWEST, told);
  }

  /** A text whose lines fit the screen. */
  public static String fitted(String text) {
    return fitted(text, columns());
  }

  /**
   * A text whose lines fit a width. Those that go on are set in by two more characters than their
   * first; a command goes on so that it can be pasted.
   */
  static String fitted(String text, int width) {
    if (text.lines().allMatch(line -> Tone.width(line) <= width)) {
      return text;
    }
    List<String> lines = new ArrayList<>();
    text.lines().forEach(line -> lines.addAll(broken(line, width, blanks(line) + 2)));
    return String.join(System.lineSeparator(), lines);
  }

  static int blanks(String line) {
    return line.length() - line.stripLeading().length();
  }

  /**
   * The lines that a line becomes.
   *
   * @param inset of those that go on
   */
  static List<String> broken(String line, int width, int inset) {
    String words = Tone.plain(line.strip());
    boolean isCommand = words.startsWith(Shell.COMMAND + " ") || words.startsWith("desist ");
    List<String> lines = new ArrayList<>();
    StringBuilder current = new StringBuilder(" ".repeat(blanks(line)));
    boolean isBare = true;
    boolean isQuoted = false;
    for (String word : line.strip().split(" ", -1)) {
      String end = isCommand && !isQuoted ? " \\" : "";
      if (!isBare
          && Tone.width(current.toString()) + 1 + Tone.width(word) + (isCommand ? 2 : 0) > width) {
        lines.add(current.toString().stripTrailing() + end);
        current = new StringBuilder(" ".repeat(inset));
        isBare = true;
      }
      current.append(isBare ? "" : " ").append(word);
      isBare = false;
      isQuoted ^= word.chars().filter(c -> c == '"').count() % 2 == 1;
    }
    lines.add(current.toString().stripTrailing());
    return lines;
  }
}
