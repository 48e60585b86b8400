// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.identity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Ids of the Police National Computer. The canonical form is the long one, {@code YYYY/NNNNNNNX}:
 * year, seven-digit serial, check letter. Short years, missing slashes and dropped leading zeros
 * are read; lower-case letters and spaces are not.
 *
 * <p>The methods on characters work without making a string, because ingest reads one id in most
 * rows. They speak of an id as one number, {@code year * 10_000_000 + serial}.
 */
public final class PncId {
  /** What {@link #read(char[], int, int, int)} returns for text that has not the form of an id. */
  public static final long NOT_AN_ID = -1;

  /** What {@link #read(char[], int, int, int)} returns when only the check letter is wrong. */
  public static final long WRONG_LETTER = -2;

  /** Characters of the canonical form. */
  public static final int LENGTH = 13;

  private static final String LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";
  private static final int SERIALS = 10_000_000;
  private static final int MAX_SERIAL_DIGITS = 7;
  private static final int MAX_CHARACTERS = 13;

  private PncId() {}

  /**
   * The canonical form of an id, or empty when the text is not an id with the right check letter.
   *
   * @param snapshotYear four digits; a two-digit year greater than its last two is in the century
   *     before
   */
  public static Optional<String> canonical(String text, int snapshotYear) {
    long id = read(text.toCharArray(), 0, text.length(), snapshotYear);
    if (id < 0) {
      return Optional.empty();
    }
    byte[] form = new byte[LENGTH];
    write(id, form, 0);
    return Optional.of(new String(form, StandardCharsets.US_ASCII));
  }

  /**
   * The long form of an id as it is written, with its letter even where that is wrong; empty when
   * the text has not the form of an id. To be compared, never to be joined.
   */
  public static Optional<String> asWritten(String text, int snapshotYear) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String digits = text.substring(0, text.length() - 1);
    char written = text.charAt(text.length() - 1);
    return LETTERS.indexOf(written) < 0
        ? Optional.empty()
        : LETTERS
            .chars()
            .mapToObj(letter -> canonical(digits + (char) letter, snapshotYear))
            .flatMap(Optional::stream)
            .findFirst()
            .map(form -> form.substring(0, LENGTH - 1) + written);
  }

  /** The check letter of a year (its last two digits count) and a serial of at most 7 digits. */
  public static char checkLetter(int year, int serial) {
    return LETTERS.charAt((int) (((year % 100) * (long) SERIALS + serial) % LETTERS.length()));
  }

  /**
   * Reads an id.
   *
   * @return the id as one number, {@link #NOT_AN_ID} or {@link #WRONG_LETTER}
   */
  public static long read(char[] text, int from, int length, int snapshotYear) {
    if (length < 4 || length > MAX_CHARACTERS) {
      return NOT_AN_ID;
    }
    int last = from + length - 1;
    int slash = -1;
    int digits = 0;
    for (int i = from; i < last; i++) {
      char c = text[i];
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '/' && slash < 0) {
        slash = i;
      } else {
        return NOT_AN_ID;
      }
    }
    // Without a slash only the number of digits tells a four-digit year from a two-digit one.
    int yearDigits = slash >= 0 ? slash - from : digits >= 10 ? 4 : 2;
    int serialDigits = digits - yearDigits;
    if ((yearDigits != 2 && yearDigits != 4)
        || serialDigits < 1
        || serialDigits > MAX_SERIAL_DIGITS
        || LETTERS.indexOf(text[last]) < 0) {
      return NOT_AN_ID;
    }
    int year = number(text, from, yearDigits);
    int serial = number(text, last - serialDigits, serialDigits);
    if (checkLetter(year, serial) != text[last]) {
      return WRONG_LETTER;
    }
    int fullYear = yearDigits == 4 ? year : withCentury(year, snapshotYear);
    return fullYear * (long) SERIALS + serial;
  }

  /**
   * Writes the canonical form of an id as {@link #LENGTH} ASCII bytes.
   *
   * @param id what {@link #read(char[], int, int, int)} returned, not negative
   */
  public static void write(long id, byte[] target, int at) {
    int year = (int) (id / SERIALS);
    int serial = (int) (id % SERIALS);
    digits(year, target, at, 4);
    target[at + 4] = '/';
    digits(serial, target, at + 5, MAX_SERIAL_DIGITS);
    target[at + LENGTH - 1] = (byte) checkLetter(year, serial);
  }

  private static int withCentury(int year, int snapshotYear) {
    int century = snapshotYear - snapshotYear % 100;
    return year > snapshotYear % 100 ? century - 100 + year : century + year;
  }

  private static int number(char[] text, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      value = value * 10 + (text[i] - '0');
    }
    return value;
  }

  private static void digits(int value, byte[] target, int at, int digits) {
    int rest = value;
    for (int i = at + digits - 1; i >= at; i--) {
      target[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
