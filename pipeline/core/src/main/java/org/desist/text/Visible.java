// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.text;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Text that shows what it holds. A character that a terminal or a browser obeys or hides is written
 * as its escape, such as {@code \}{@code u001b}: one escape for each UTF-16 unit, which is also
 * what JSON calls the same character.
 */
public final class Visible {
  private static final int SHORT = 80;

  private Visible() {}

  /**
   * Whether a reader would not see a character for what it is: controls (C0, DEL, C1), format
   * characters (bidirectional, zero-width, tags), line and paragraph separators, lone surrogates,
   * noncharacters, and letters and marks without a shape.
   */
  public static boolean isHidden(int codePoint) {
    if (codePoint >= ' ' && codePoint < 0x7f) {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> isNoncharacter(codePoint) || isShapeless(codePoint);
    };
  }

  private static boolean isNoncharacter(int codePoint) {
    return (codePoint & 0xfffe) == 0xfffe || (codePoint >= 0xfdd0 && codePoint <= 0xfdef);
  }

  /** Fillers of Hangul and Khmer, blank Braille, the joiner of graphemes; tags and what selects. */
  private static boolean isShapeless(int codePoint) {
    return switch (codePoint) {
      case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0 -> true;
      default -> codePoint >= 0xe0000 && codePoint <= 0xe0fff;
    };
  }

  /** The first hidden character; a line break and a tab are hidden in a line, not in a text. */
  public static OptionalInt firstHidden(String line) {
    return line.codePoints().filter(Visible::isHidden).findFirst();
  }

  /** A text of several lines: line breaks and tabs stay. */
  public static String text(String text) {
    return isPlain(text) ? text : shown(text, "\n\t");
  }

  /** A value in a line of its own: line breaks and tabs are shown as well. */
  public static String line(String value) {
    return isPlain(value) ? value : shown(value, "");
  }

  /** As {@link #line}, cut off after 80 characters. */
  public static String brief(String value) {
    if (value.length() <= SHORT) {
      return line(value);
    }
    int end = Character.isHighSurrogate(value.charAt(SHORT - 1)) ? SHORT - 1 : SHORT;
    return line(value.substring(0, end)) + "...";
  }

  /** A text as one line: each line break or tab, with what is blank around it, becomes a space. */
  public static String folded(String text) {
    return text.strip().replaceAll("\\s*[\\r\\n\\t]\\s*", " ");
  }

  /** What is wrong with a hidden character and what to do. */
  public static String advice(int codePoint) {
    String name = Character.getName(codePoint);
    return "it holds the character "
        + escape(codePoint)
        + (name == null ? "" : " (" + name.toLowerCase(Locale.ROOT) + ")")
        + ", which no reader sees: take it out";
  }

  /** The escape of a character, such as {@code \}{@code u202e}. */
  public static String escape(int codePoint) {
    StringBuilder escape = new StringBuilder();
    for (char unit : Character.toChars(codePoint)) {
      escape.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
    }
    return escape.toString();
  }

  /** Nearly every text there is: nothing to look at twice. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String shown(String text, String allowed) {
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (isHidden(c) && allowed.indexOf(c) < 0) {
                shown.append(escape(c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }
}
