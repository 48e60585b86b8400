// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PNC ids: the canonical form is {@code YYYY/NNNNNNNX}, X a check letter. */
final class PncId {
  private static final String LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";
  private static final Pattern SLASHED =
      Pattern.compile("([0-9]{2}|[0-9]{4})/([0-9]{1,7})([" + LETTERS + "])");
  private static final Pattern JOINED = Pattern.compile("([0-9]{3,11})([" + LETTERS + "])");

  private PncId() {}

  /** The canonical form; empty when missing, not of the form, or with a wrong check letter. */
  static Optional<String> canonical(String written, LocalDate snapshotDate) {
    if (written == null) {
      return Optional.empty();
    }
    Matcher slashed = SLASHED.matcher(written);
    if (slashed.matches()) {
      return check(slashed.group(1), slashed.group(2), slashed.group(3), snapshotDate);
    }
    Matcher joined = JOINED.matcher(written);
    if (joined.matches()) {
      String digits = joined.group(1);
      int year = digits.length() >= 10 ? 4 : 2;
      return check(
          digits.substring(0, year), digits.substring(year), joined.group(2), snapshotDate);
    }
    return Optional.empty();
  }

  /** The check letter of a two-digit year and a serial. */
  static char letter(int shortYear, int serial) {
    return LETTERS.charAt((int) ((shortYear * 10_000_000L + serial) % 23));
  }

  private static Optional<String> check(
      String year, String serial, String letter, LocalDate snapshotDate) {
    int number = Integer.parseInt(serial);
    int given = Integer.parseInt(year);
    int shortYear = given % 100;
    if (letter(shortYear, number) != letter.charAt(0)) {
      return Optional.empty();
    }
    int century = shortYear > snapshotDate.getYear() % 100 ? 1900 : 2000;
    int fullYear = year.length() == 4 ? given : century + shortYear;
    return Optional.of(String.format(Locale.ROOT, "%04d/%07d%s", fullYear, number, letter));
  }
}
