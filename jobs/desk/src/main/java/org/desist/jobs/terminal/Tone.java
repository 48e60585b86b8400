// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.terminal;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What words on a terminal mean, for those who see colours; never the only sign of it. A screen
 * marks its words, and {@link Printer} alone knows the codes. In a text a mark is one of the
 * characters that Unicode keeps for a program's own use, takes no room, and is only there when
 * colours are wanted. Text of others in which such a character stands is coloured at most.
 */
public enum Tone {
  STRONG('\ufdd1', "\u001b[1m"),
  GOOD('\ufdd2', "\u001b[32m"),
  WARN('\ufdd3', "\u001b[33m"),
  BAD('\ufdd4', "\u001b[31m");

  private static final boolean IS_ON =
      isWanted(System.getenv(), Boolean.getBoolean("desist.screen"));

  private static final char END = '\ufdd0';
  private static final String MARKS = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4";
  private static final String PLAIN = "\u001b[0m";

  private static final Pattern UNSEEN = Pattern.compile("[" + MARKS + "]|\u001b\\[[0-9;]*m");

  private final char mark;
  private final String code;

  Tone(char mark, String code) {
    this.mark = mark;
    this.code = code;
  }

  /**
   * Whether what is printed has colours: on a terminal that knows them, and wherever somebody asks
   * for them, unless somebody asks for none.
   *
   * @see <a href="https://no-color.org">NO_COLOR</a>
   */
  public static boolean isWanted(Map<String, String> environment, boolean isTerminal) {
    if (isSet(environment, "NO_COLOR")) {
      return false;
    }
    if (isSet(environment, "FORCE_COLOR") || isSet(environment, "CLICOLOR_FORCE")) {
      return true;
    }
    return isTerminal && isSet(environment, "TERM") && !environment.get("TERM").equals("dumb");
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }

  /** Words that mean this. */
  public String mark(String words) {
    return IS_ON && !words.isEmpty() ? mark + words + END : words;
  }

  /** A text without marks and codes of colours, as it goes into a file. */
  static String plain(String text) {
    return IS_ON ? UNSEEN.matcher(text).replaceAll("") : text;
  }

  /** How many characters of a text are seen. */
  static int width(String text) {
    return plain(text).length();
  }

  /** Whether a character is a mark. */
  static boolean isMark(char c) {
    return IS_ON && MARKS.indexOf(c) >= 0;
  }

  /** What a terminal obeys in the place of a mark. */
  static String code(char mark) {
    for (Tone tone : values()) {
      if (tone.mark == mark) {
        return tone.code;
      }
    }
    return PLAIN;
  }
}
