// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.Locale;

/** Who a random person is. Names and dates come from small pools, so that people coincide. */
record Identity(
    String pncId,
    String surname,
    String forenames,
    LocalDate birth,
    String sex,
    String nomsNumber,
    LocalDate anchor) {

  private static final LocalDate[] BIRTHS = {
    LocalDate.of(1980, 2, 29),
    LocalDate.of(1980, 2, 28),
    LocalDate.of(1991, 12, 31),
    LocalDate.of(1998, 4, 1),
    LocalDate.of(1998, 2, 28),
    LocalDate.of(2000, 2, 29),
    LocalDate.of(2003, 7, 1),
    LocalDate.of(2006, 1, 1),
    LocalDate.of(2006, 3, 31),
    LocalDate.of(1890, 6, 15),
    LocalDate.of(1960, 1, 1),
    LocalDate.of(1968, 6, 15),
    LocalDate.of(1973, 6, 15),
    LocalDate.of(1985, 6, 15),
    LocalDate.of(1997, 4, 1),
    LocalDate.of(1999, 1, 1),
    null
  };

  private static final LocalDate[] ANCHORS = {
    LocalDate.of(2015, 12, 31),
    LocalDate.of(2016, 1, 1),
    LocalDate.of(2016, 2, 28),
    LocalDate.of(2016, 2, 29),
    LocalDate.of(2016, 3, 31),
    LocalDate.of(2016, 4, 1),
    LocalDate.of(2016, 8, 31),
    LocalDate.of(2016, 9, 30),
    LocalDate.of(2017, 2, 28)
  };

  /** The person of a number, in a world of persons numbered from 1. */
  static Identity roll(Dice dice, int number) {
    int year = dice.pick(1998, 2003, 2008, 2012);
    int serial = number * 37 + (dice.chance(30) ? 1_000_000 : 0);
    return new Identity(
        String.format(Locale.ROOT, "%d/%07d%s", year, serial, PncId.letter(year % 100, serial)),
        dice.pick(
            "O'Brien", "Ó Brien", "OBRIEN", "Straße", "STRASSE", "Nguyễn", "NGUYEN", "-", null),
        dice.pick("Ann Marie", "Élodie", "Andrew", "AARON", "Bob", null),
        dice.pick(BIRTHS),
        dice.pick("M", "M", "M", "F", "F", "U", null),
        dice.chance(40) ? "A1234AA" : String.format(Locale.ROOT, "B%04dBB", number),
        dice.pick(ANCHORS));
  }

  /** The id in one of the ways in which it may be written. */
  String writtenId(Dice dice) {
    String year = pncId.substring(0, 4);
    String serial = pncId.substring(5, 12);
    String letter = pncId.substring(12);
    String shortSerial = String.valueOf(Integer.parseInt(serial));
    return dice.pick(
        pncId,
        year + serial + letter,
        serial.startsWith("0") ? year + serial.substring(1) + letter : pncId,
        year.substring(2) + "/" + shortSerial + letter,
        year.substring(2) + shortSerial + letter,
        year.substring(2) + serial + letter,
        year + "/" + shortSerial + letter);
  }

  /** The id with another letter, or something that is no id. */
  String wrongId(Dice dice) {
    String letter = pncId.endsWith("A") ? "B" : "A";
    return dice.pick(pncId.substring(0, 12) + letter, "SEE FILE", pncId.substring(0, 12) + "I");
  }
}
