// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Supplier;
import org.desist.identity.PncId;

/**
 * A person as a prison or a probation office wrote them down, slips included. The PNC id is null
 * where the office does not hold it.
 */
record WrittenIdentity(
    String pncId, String surname, String forenames, LocalDate birth, String sex) {

  /**
   * The identity that one record holds.
   *
   * @param other somebody else's PNC id, asked for only when the office has mixed the two up
   */
  static WrittenIdentity written(Draws draws, Person person, Supplier<WrittenPncId> other) {
    return new WrittenIdentity(
        pncId(draws, person, other),
        surname(draws, person),
        forenames(draws, person),
        birth(draws, person.birth()),
        draws.chance(0.005) ? "U" : person.sex());
  }

  private static String pncId(Draws draws, Person person, Supplier<WrittenPncId> other) {
    if (!person.recorded() || draws.chance(0.15)) {
      return null;
    }
    double slip = draws.unit();
    if (slip < 0.004) {
      return person.pncId().wrongForm();
    }
    if (slip < 0.006) {
      // The id itself is sound: only name and birth date tell.
      return other.get().longForm();
    }
    return person.pncId().written(draws);
  }

  private static String surname(Draws draws, Person person) {
    String surname = person.surname();
    double slip = draws.unit();
    if (slip < 0.003) {
      return null;
    }
    if (slip < 0.030) {
      return misspelt(draws, surname);
    }
    if (slip < 0.16) {
      return surname.toUpperCase(Locale.ROOT);
    }
    if (slip < 0.18 && person.isFemale()) {
      return draws.any("Smith", "Jones", "Khan", "Brown", "Taylor") + "-" + surname;
    }
    return surname;
  }

  private static String forenames(Draws draws, Person person) {
    String forenames = person.forenames();
    double slip = draws.unit();
    if (slip < 0.02) {
      return misspelt(draws, forenames);
    }
    int space = forenames.indexOf(' ');
    if (slip < 0.25 && space > 0) {
      return forenames.substring(0, space);
    }
    return slip < 0.26 ? forenames.substring(0, 1) : forenames;
  }

  private static LocalDate birth(Draws draws, LocalDate birth) {
    double slip = draws.unit();
    if (slip < 0.004) {
      return null;
    }
    if (slip < 0.014 && birth.getDayOfMonth() <= 12) {
      return LocalDate.of(birth.getYear(), birth.getDayOfMonth(), birth.getMonthValue());
    }
    if (slip < 0.022) {
      return birth.plusYears(draws.any(-10, -1, 1));
    }
    return slip < 0.03 ? birth.plusDays(draws.any(-1, 1, 10, -10)) : birth;
  }

  /** A letter dropped, doubled, or two exchanged. */
  private static String misspelt(Draws draws, String name) {
    if (name.length() < 3) {
      return name;
    }
    int at = draws.between(1, name.length() - 2);
    String before = name.substring(0, at);
    return switch (draws.between(0, 2)) {
      case 0 -> before + name.substring(at + 1);
      case 1 -> before + name.charAt(at) + name.substring(at);
      default -> before + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    };
  }

  @Override
  public String toString() {
    return "Identity[...]";
  }

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
}
