// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.util.Locale;

/**
 * A PNC id in the forms in which it is written.
 *
 * @param year the four-digit year in which the record was made
 * @param serial 1 to 9,999,999
 */
record PncId(int year, int serial) {
  private static final String LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";

  /** The check letter: the two-digit year followed by the seven-digit serial, modulus 23. */
  char letter() {
    return LETTERS.charAt((int) ((year % 100 * 10_000_000L + serial) % 23));
  }

  /** {@code 2003/0011985X}: the canonical form. */
  String longForm() {
    return padded(year, 4) + "/" + padded(serial, 7) + letter();
  }

  /** {@code 03/11985X}: two-digit year, leading zeros dropped. */
  String shortForm() {
    return padded(year % 100, 2) + "/" + serial + letter();
  }

  /** {@code 20030011985X}. Zeros stay: without the slash they are what tells the forms apart. */
  String bareForm() {
    return padded(year, 4) + padded(serial, 7) + letter();
  }

  /** The long form with a check letter that is a letter of the alphabet used, but wrong. */
  String wrongForm() {
    char wrong = LETTERS.charAt((LETTERS.indexOf(letter()) + 7) % LETTERS.length());
    return padded(year, 4) + "/" + padded(serial, 7) + wrong;
  }

  /** One of the written forms, mostly the long one. */
  String written(Draws draws) {
    double form = draws.unit();
    if (form < 0.86) {
      return longForm();
    }
    return form < 0.96 ? shortForm() : bareForm();
  }

  static String padded(int value, int digits) {
    String text = Integer.toString(value);
    return text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
  }

  @Override
  public String toString() {
    // Personal: never shown whole, not even by accident in a message.
    return String.format(Locale.ROOT, "PncId[%d/*******]", year);
  }
}
