// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.util.Locale;
import org.desist.identity.PncId;

/**
 * A PNC id in the forms in which it is written.
 *
 * @param year the four-digit year in which the record was made
 * @param serial 1 to 9,999,999
 */
record WrittenPncId(int year, int serial) {
  // Any step that is no multiple of 23 leads to another letter.
  private static final int WRONG_STEP = 7;

  private char letter() {
    return PncId.checkLetter(year, serial);
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
    char wrong = PncId.checkLetter(year, serial + WRONG_STEP);
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
    return String.format(Locale.ROOT, "WrittenPncId[%d/*******]", year);
  }
}
