// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.identity;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes names comparable: upper case (full Unicode mapping, no language's own rules), accents
 * stripped, everything dropped that is not a letter. Both engines must use this one, because their
 * own upper-casing differs outside ASCII.
 */
public final class NameNormaliser {
  private static final int ASCII = 128;

  private NameNormaliser() {}

  /** The comparable form of a name; null when there is no name or no letter in it. */
  public static String normalise(String name) {
    if (name == null) {
      return null;
    }
    int length = name.length();
    char[] letters = new char[length];
    int kept = 0;
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      if (c >= ASCII) {
        return normaliseUnicode(name);
      }
      char upper = upperAscii(c);
      if (upper != 0) {
        letters[kept++] = upper;
      }
    }
    return kept == 0 ? null : new String(letters, 0, kept);
  }

  /** The upper-case form of an ASCII letter, or 0 for any other ASCII character. */
  public static char upperAscii(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c;
    }
    return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : 0;
  }

  private static String normaliseUnicode(String name) {
    // Canonical decomposition sets accents apart as marks, and marks are not letters.
    String decomposed = Normalizer.normalize(name.toUpperCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder letters = new StringBuilder(decomposed.length());
    decomposed.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
    return letters.isEmpty() ? null : letters.toString();
  }
}
