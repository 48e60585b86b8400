// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import java.util.List;

/**
 * Events beside the main line of a career, each of which a careless count would take for a
 * reoffence: older offences proven later, breaches, penalty notices, offences elsewhere.
 */
final class Aftermath {
  private static final LocalDate NOTICES_BEGIN = LocalDate.of(2004, 1, 1);

  private Aftermath() {}

  static void add(
      Draws draws, History history, Courtroom courtroom, Place place, Courtroom.Outcome outcome) {
    LocalDate day = outcome.event().date();
    Sentence sentence = outcome.sentence();
    if (sentence != null && draws.chance(0.035)) {
      history.events().add(olderOffence(draws, place, outcome.event()));
    }
    boolean order = sentence != null && sentence.isSupervised();
    if (order && draws.chance(0.12)) {
      LocalDate back = day.plusDays(draws.between(30, 300));
      Offence breach = courtroom.breach(draws, back, draws.any("1087", "1030", "1029", "1031"));
      history.events().add(event("CONVICTION", back, breach));
    }
    if (!day.isBefore(NOTICES_BEGIN) && draws.chance(0.03)) {
      LocalDate noticed = day.plusDays(draws.between(5, 700));
      Offence noticedFor =
          offence(draws.any("14001", "04600", "12509", "09260"), noticed, place.force(), "1109");
      history.events().add(event("PENALTY_NOTICE", noticed, noticedFor));
    }
    if (draws.chance(0.004)) {
      LocalDate elsewhere = day.plusDays(draws.between(20, 900));
      Offence scottish =
          offence(
              draws.any("10501", "04600", "14900"),
              elsewhere.minusDays(draws.between(5, 19)),
              draws.any("74", "76", "80"),
              draws.any("1026", "1155", "1015"));
      history.events().add(event("CONVICTION", elsewhere, scottish));
    }
  }

  /** An offence from before the event, proven after it: a pseudo-reconviction. */
  private static Event olderOffence(Draws draws, Place place, Event event) {
    LocalDate committed = event.offences().get(0).start().minusDays(draws.between(1, 90));
    LocalDate proven = event.date().plusDays(draws.between(10, 200));
    String code = draws.any("04600", "14900", "09260", "80901", "10501");
    return event(
        "CONVICTION",
        proven,
        offence(code, committed, place.force(), draws.any("1015", "1018", "1057", "1021")));
  }

  private static Offence offence(String code, LocalDate day, String force, String disposal) {
    return new Offence(code, day, null, force, "POLICE", false, List.of(Disposal.of(disposal)));
  }

  private static Event event(String type, LocalDate day, Offence offence) {
    return new Event(type, day, offence.force(), List.of(offence));
  }
}
