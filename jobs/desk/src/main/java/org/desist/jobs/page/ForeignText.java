// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.page;

import org.desist.text.Visible;

/**
 * Text of others in a page: nothing in it is markup, hidden characters are shown, and its direction
 * ends where it ends. A name that is written from right to left would turn the figures beside it.
 */
public final class ForeignText {
  // Longer words get places to break at; hashes are longer and have styles of their own.
  private static final int WORD = 40;
  private static final int BREAK = 20;

  private ForeignText() {}

  /** For an attribute and for elements that hold no others, such as a title. */
  public static String escaped(String text) {
    return marked(Visible.text(text));
  }

  /** For the body of a page: set apart as a whole, and each run from right to left in it. */
  public static String isolated(String text) {
    String inner = runs(breakable(text), "<bdi>", "</bdi>");
    boolean isWord = inner.codePoints().anyMatch(Character::isLetter);
    boolean isOneRun = inner.startsWith("<bdi>") && inner.indexOf("</bdi>") == inner.length() - 6;
    return isWord && !isOneRun ? "<bdi>" + inner + "</bdi>" : inner;
  }

  /** For a text of a drawing, which has no such element. */
  public static String drawn(String text) {
    return runs(text, "<tspan direction=\"rtl\" unicode-bidi=\"isolate\">", "</tspan>");
  }

  /** Breaks are marked by a character that {@link Visible} shows wherever a text has it itself. */
  private static String breakable(String text) {
    StringBuilder broken = new StringBuilder();
    for (String word : Visible.text(text).split("(?<=\\s)", -1)) {
      boolean isLong = word.length() > WORD && !word.matches("[0-9a-f]{64}\\W*");
      int[] characters = word.codePoints().toArray();
      for (int i = 0; i < characters.length; i++) {
        if (isLong && i > 0 && i % BREAK == 0) {
          broken.append('\u200b');
        }
        broken.appendCodePoint(characters[i]);
      }
    }
    return broken.toString();
  }

  private static String runs(String text, String open, String close) {
    String shown = text.indexOf('\u200b') < 0 ? Visible.text(text) : text;
    int[] characters = shown.codePoints().toArray();
    StringBuilder page = new StringBuilder();
    int done = 0;
    for (int i = 0; i < characters.length; i++) {
      if (!isRightToLeft(characters[i])) {
        continue;
      }
      int end = i + 1;
      for (int j = i + 1; j < characters.length && !isLeftToRight(characters[j]); j++) {
        end = isRightToLeft(characters[j]) ? j + 1 : end;
      }
      page.append(marked(new String(characters, done, i - done)));
      page.append(open).append(marked(new String(characters, i, end - i))).append(close);
      done = end;
      i = end - 1;
    }
    return page.append(marked(new String(characters, done, characters.length - done))).toString();
  }

  private static boolean isRightToLeft(int c) {
    return switch (Character.getDirectionality(c)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
          true;
      default -> false;
    };
  }

  private static boolean isLeftToRight(int c) {
    return Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  }

  private static String marked(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("\u200b", "<wbr>");
  }
}
