// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Makes names comparable: taken apart by compatibility (NFKD, which makes wide forms and ligatures
 * plain), in upper case (full Unicode mapping, no language's own rules), letters folded that
 * Unicode does not take apart, everything dropped that is not a letter, accents too. It is the only
 * one: ingest writes its result beside each name, and both engines compare that, because their own
 * upper-casing differs outside ASCII.
 */
public final class NameNormaliser {
  private static final int ASCII = 128;

  /** Letters in upper case that Unicode does not take apart, and what the police write instead. */
  private static final Map<Integer, String> FOLDS =
      Map.ofEntries(
          Map.entry((int) 'Ł', "L"),
          Map.entry((int) 'Ø', "O"),
          Map.entry((int) 'Đ', "D"),
          Map.entry((int) 'Ð', "D"),
          Map.entry((int) 'Ħ', "H"),
          Map.entry((int) 'Ŧ', "T"),
          Map.entry((int) 'Æ', "AE"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry((int) 'Þ', "TH"),
          Map.entry((int) 'ẞ', "SS"),
          Map.entry((int) 'Ŋ', "N"));

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
    // Decomposition sets accents apart as marks, and marks are not letters. Taken apart before
    // upper
    // case, since some small forms (the a of an ordinal number) have a capital only then.
    String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder(decomposed.length());
    Normalizer.normalize(decomposed, Normalizer.Form.NFKD)
        .codePoints()
        .filter(Character::isLetter)
        .forEach(
            letter -> {
              String folded = FOLDS.get(letter);
              if (folded == null) {
                letters.appendCodePoint(letter);
              } else {
                letters.append(folded);
              }
            });
    return letters.isEmpty() ? null : letters.toString();
  }
}
