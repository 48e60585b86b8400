// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import org.desist.generate.Places.Place;
import org.desist.generate.WrittenIdentity.WrittenPncId;

/**
 * Who someone is, and what drives the career.
 *
 * @param number 1 to the number of persons asked for
 * @param recorded whether the police hold a record; a few people are known to prison and probation
 *     only
 * @param firstOffence the day of the first offence that is proven
 * @param death the day the person will have died, whatever has happened by then
 * @param risk the standing inclination to reoffend, about standard normal
 */
record Person(
    int number,
    boolean recorded,
    WrittenPncId pncId,
    String surname,
    String forenames,
    LocalDate birth,
    String sex,
    Integer ethnicAppearance,
    String nationality,
    LocalDate death,
    LocalDate firstOffence,
    double risk,
    String speciality,
    Place home) {

  /** Completed years; a birthday on 29 February is kept on 1 March in common years. */
  int ageOn(LocalDate day) {
    int years = day.getYear() - birth.getYear();
    boolean before =
        day.getMonthValue() < birth.getMonthValue()
            || (day.getMonthValue() == birth.getMonthValue()
                && day.getDayOfMonth() < birth.getDayOfMonth());
    return before ? years - 1 : years;
  }

  boolean isFemale() {
    return sex.equals("F");
  }

  boolean isForeign() {
    return !nationality.equals("GBR");
  }

  /** The prison number {@code A1234AA}: one to one with the serial of the PNC id. */
  String prisonNumber() {
    int left = pncId.serial() * 17 + 3;
    char last = (char) ('A' + left % 26);
    left /= 26;
    char middle = (char) ('A' + left % 26);
    left /= 26;
    return (char) ('A' + left / 10_000) + WrittenPncId.padded(left % 10_000, 4) + middle + last;
  }

  /** The case reference {@code X123456}: one to one with the serial of the PNC id. */
  String caseReference() {
    int number = pncId.serial() * 2 + 1;
    return (char) ('A' + number / 1_000_000) + WrittenPncId.padded(number % 1_000_000, 6);
  }

  @Override
  public String toString() {
    // Looks like personal data, so it is treated as personal data.
    return "Person[" + number + "]";
  }
}
