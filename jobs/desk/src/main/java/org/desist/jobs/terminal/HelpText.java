// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Help that fits the screen: its library would break an address at its colon, and a list of names
 * at a comma. What explains an option goes on below where it began.
 */
public final class HelpText {
  /** So wide that the library breaks nothing. */
  public static final int UNBROKEN = 5_000;

  /** What a synopsis begins with. */
  public static final String USAGE = "Usage: ";

  private static final int WIDEST = 100;

  /** A name, and after two blanks or more what it means. */
  private static final Pattern NAMED = Pattern.compile("^( *\\S+(?: \\S+)* {2,})\\S.*");

  private static final Pattern SYNOPSIS = Pattern.compile("^(" + USAGE + "desist(?: [a-z]+)* ).*");

  private HelpText() {}

  /** A part of a help, laid out {@link #UNBROKEN}, in lines that fit. */
  public static String fitted(String part) {
    return fitted(part, Math.min(WIDEST, TerminalWidth.columns()));
  }

  static String fitted(String part, int width) {
    List<String> lines = new ArrayList<>();
    for (String line : part.split("\\R", -1)) {
      lines.addAll(fittedLine(line.stripTrailing(), width));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static List<String> fittedLine(String line, int width) {
    String seen = Tone.plain(line);
    Matcher inset =
        Stream.of(SYNOPSIS, NAMED)
            .map(form -> form.matcher(seen))
            .filter(Matcher::matches)
            .findFirst()
            .orElse(null);
    int blanks = TerminalWidth.blanks(seen);
    return TerminalWidth.broken(line, width, inset == null ? blanks : inset.group(1).length());
  }
}
