// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

/**
 * The sound of a name as one letter and three digits, so that spellings of one sound fall together:
 * the American Soundex of the United States census. Wants names as {@link
 * org.desist.identity.NameNormaliser} leaves them; a letter outside A to Z counts as a vowel.
 */
final class Soundex {
  private static final String DIGITS = "01230120022455012623010202";
  private static final int LENGTH = 4;

  private Soundex() {}

  static String of(String name) {
    StringBuilder code = new StringBuilder(LENGTH).append(name.charAt(0));
    char last = digit(name.charAt(0));
    for (int i = 1; i < name.length() && code.length() < LENGTH; i++) {
      char c = name.charAt(i);
      if (c == 'H' || c == 'W') {
        // Letters of one digit on both sides of H or W are written once.
        continue;
      }
      char digit = digit(c);
      if (digit != '0' && digit != last) {
        code.append(digit);
      }
      last = digit;
    }
    while (code.length() < LENGTH) {
      code.append('0');
    }
    return code.toString();
  }

  private static char digit(char c) {
    return c >= 'A' && c <= 'Z' ? DIGITS.charAt(c - 'A') : '0';
  }
}
