// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;

/** Time in prison: how long is served, why and from where someone is released. */
final class Custody {
  /** Releases are held from the start of the prison service's present system. */
  static final LocalDate RECORDS_BEGIN = LocalDate.of(2005, 1, 1);

  /** From here on everyone who serves more than a day is released on licence. */
  static final LocalDate LICENCE_FOR_ALL = LocalDate.of(2015, 2, 1);

  private final Prisons prisons;

  Custody(Prisons prisons) {
    this.prisons = prisons;
  }

  /** The release that ends the custodial part of a sentence. */
  Release serve(Draws draws, Person person, Place place, LocalDate sentenced, Sentence sentence) {
    boolean indeterminate = sentence.kind() == Sentence.Kind.INDETERMINATE;
    int total = indeterminate ? draws.between(4 * 365, 14 * 365) : sentence.days();
    int toServe = indeterminate ? total : Math.max(1, total / 2);
    int remand = draws.chance(0.35) ? draws.between(1, Math.max(1, toServe * 2 / 3)) : 0;
    boolean curfew = !indeterminate && total >= 90 && total < 4 * 365 && draws.chance(0.17);
    int early = curfew ? Math.min(135, toServe / 3) : 0;
    LocalDate released = sentenced.plusDays(Math.max(1, toServe - remand - early));
    String type =
        curfew ? "HOME_DETENTION_CURFEW" : type(draws, person, released, total, indeterminate);
    return new Release(
        prison(draws, person, place, released),
        sentenced,
        sentenced.minusDays(remand),
        released,
        type,
        indeterminate ? "INDETERMINATE" : draws.chance(0.005) ? null : "DETERMINATE",
        indeterminate ? null : draws.chance(0.004) ? null : Integer.valueOf(total));
  }

  /** The release after a recall on the same sentence. */
  Release recall(Draws draws, Person person, Place place, Release first) {
    LocalDate back = first.date().plusDays(draws.between(10, 120));
    LocalDate released = back.plusDays(draws.any(14, 28, 28, 28, 60, 120));
    return new Release(
        prison(draws, person, place, released),
        first.sentenceDate(),
        first.reception(),
        released,
        "RECALL",
        first.kind(),
        first.lengthDays());
  }

  /** A release from remand, on the day of a court appearance that brings no custody. */
  Release remand(Draws draws, Person person, Place place, LocalDate court) {
    return new Release(
        prison(draws, person, place, court),
        null,
        court.minusDays(draws.between(5, 90)),
        court,
        "REMAND",
        null,
        null);
  }

  private String prison(Draws draws, Person person, Place place, LocalDate day) {
    return prisons.draw(draws, person.sex(), person.ageOn(day), place.region(), day);
  }

  private static String type(
      Draws draws, Person person, LocalDate released, int total, boolean indeterminate) {
    if (person.isForeign() && draws.chance(total >= 365 ? 0.4 : 0.08)) {
      return "DEPORTED";
    }
    if (draws.chance(0.004)) {
      return draws.any("DIED", "TRANSFERRED", "TRANSFERRED");
    }
    if (indeterminate) {
      return "PAROLE";
    }
    if (total < 365 && released.isBefore(LICENCE_FOR_ALL)) {
      return "CONDITIONAL";
    }
    if (draws.chance(0.02)) {
      return "SENTENCE_EXPIRY";
    }
    return total >= 4 * 365 && draws.chance(0.2) ? "PAROLE" : "LICENCE";
  }
}
