// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a reader sees of a text: which texts look alike, and how they are written so that each stays
 * on one line and can be told from every other.
 */
public final class VisibleText {
  private static final int LONGEST = 24;
  private static final int ASCII = 0x7f;
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{0,15})?");

  /** Letters of other scripts that are drawn like the Latin ones below them. */
  private static final String DRAWN =
      "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0423"
          + "\u0430\u0435\u0455\u0456\u0458\u043e\u0440\u0441\u0445\u0443"
          + "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf";

  private static final String LATIN = "ABESIJKMHOPCTXYaesijopcxyABEZHIKMNOPTYXo";

  private VisibleText() {}

  /**
   * A key that texts share which look alike: those that differ in case, in blanks, in what is not
   * seen, in how a letter is put together, in the script of a letter or the kind of a dash, or in
   * how one number is written.
   */
  public static String key(String text) {
    StringBuilder key = new StringBuilder();
    Normalizer.normalize(text, Form.NFKC).codePoints().forEach(point -> append(key, point));
    String seen = key.toString().strip().replaceAll(" +", " ").toLowerCase(Locale.ROOT);
    return NUMBER.matcher(seen).matches() ? "= " + (Double.parseDouble(seen) + 0.0) : seen;
  }

  private static void append(StringBuilder key, int point) {
    switch (Character.getType(point)) {
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          key.append(' ');
      case Character.CONTROL -> key.append(Character.isWhitespace(point) ? " " : "");
      case Character.FORMAT -> key.append("");
      case Character.DASH_PUNCTUATION -> key.append('-');
      case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION ->
          key.append('\'');
      default -> {
        int drawn = DRAWN.indexOf(point);
        key.appendCodePoint(drawn < 0 ? point : LATIN.charAt(drawn));
      }
    }
  }

  /**
   * How the levels of one covariate are written in tables, by level: as they are, and in quotes
   * with escapes where something in them is not seen, or where another level looks the same.
   */
  static Map<String, String> shown(Collection<String> levels) {
    Map<String, Integer> alike = new HashMap<>();
    levels.forEach(level -> alike.merge(key(level), 1, Integer::sum));
    Map<String, String> shown = new TreeMap<>();
    for (String level : levels) {
      boolean isAscii = level.chars().allMatch(sign -> sign <= ASCII);
      boolean isMistaken = alike.get(key(level)) > 1 && !isAscii;
      shown.put(level, isMistaken || !isPlain(level) ? quoted(level, '"', isMistaken) : level);
    }
    return shown;
  }

  /** In quotes, on one line, with escapes for everything that is not seen, and shortened. */
  public static String quoted(String text) {
    int points = text.codePointCount(0, text.length());
    boolean isLong = points > LONGEST;
    String start = isLong ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) : text;
    return quoted(start, '\'', true) + (isLong ? "..." : "");
  }

  /** Whether everything in a text is seen as it is, blanks at its ends among it. */
  public static boolean isPlain(String text) {
    return text.strip().equals(text)
        && !text.contains("  ")
        && Normalizer.isNormalized(text, Form.NFC)
        && text.codePoints().allMatch(VisibleText::isSeen);
  }

  private static boolean isSeen(int point) {
    return point == ' '
        || switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }

  private static String quoted(String text, char quote, boolean isAsciiOnly) {
    boolean isComposed = Normalizer.isNormalized(text, Form.NFC);
    StringBuilder quoted = new StringBuilder().append(quote);
    text.codePoints()
        .forEach(
            point -> {
              boolean isMark = Character.getType(point) == Character.NON_SPACING_MARK;
              if (point == '\n') {
                quoted.append("\\n");
              } else if (point == '\r') {
                quoted.append("\\r");
              } else if (point == '\t') {
                quoted.append("\\t");
              } else if (!isSeen(point)
                  || (isAsciiOnly && point > ASCII)
                  || (!isComposed && isMark)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", point));
              } else {
                quoted.appendCodePoint(point);
              }
            });
    return quoted.append(quote).toString();
  }
}
