// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.desist.generate.History.Assessment;
import org.desist.generate.History.Disposal;
import org.desist.generate.History.JusticeEvent;
import org.desist.generate.History.Offence;
import org.desist.generate.History.Referral;
import org.desist.generate.History.Release;
import org.desist.generate.History.Supervision;
import org.desist.generate.Places.Place;
import org.desist.generate.Probation.Providers;
import org.desist.generate.Propensity.OffendingRecord;
import org.desist.generate.Sentencing.Sentence;

/**
 * Simulates a career from the first offence: proof, sentence, prison and supervision, then whether,
 * when and how the person offends again. Time only moves forward, so a career cut off at an earlier
 * day is the beginning of the same career.
 */
final class Career {
  /** More events than this in one career are not simulated. */
  private static final int MOST_EVENTS = 120;

  private static final List<String> LEAVES_THE_COUNTRY = List.of("DEPORTED", "TRANSFERRED", "DIED");

  private final long seed;
  private final Places places;
  private final Courtroom courtroom;
  private final Custody custody;
  private final Services services;
  private final Propensity propensity = Propensity.load();

  Career(long seed, Places places, Courtroom courtroom, Custody custody, Services services) {
    this.seed = seed;
    this.places = places;
    this.courtroom = courtroom;
    this.custody = custody;
    this.services = services;
  }

  /** The career up to and including a day; later happenings may follow where they hang on it. */
  History simulate(Person person, LocalDate until) {
    History history = new History(person);
    Place place = person.home();
    LocalDate offence = person.firstOffence();
    for (int previous = 0; previous < MOST_EVENTS; previous++) {
      // A stream of its own for every step: what happens later never shifts what happened before.
      Draws draws = Draws.of(seed, person.number(), 1, previous);
      LocalDate proven = offence.plusDays(Propensity.daysToProof(draws));
      // Courts do not sit on Sundays.
      LocalDate day = proven.getDayOfWeek() == DayOfWeek.SUNDAY ? proven.plusDays(1) : proven;
      if (day.isAfter(until) || !day.isBefore(person.death())) {
        break;
      }
      place = draws.chance(0.05) ? places.draw(draws) : place;
      Courtroom.Outcome outcome = courtroom.prove(draws, person, place, offence, day, previous);
      history.events().add(outcome.event());
      offence = next(draws, history, place, outcome, previous + 1);
      if (offence == null) {
        break;
      }
    }
    return history;
  }

  /** What follows an event; returns the day of the next offence, or null when there is none. */
  private LocalDate next(
      Draws draws, History history, Place place, Courtroom.Outcome outcome, int sanctions) {
    Person person = history.person();
    Sentence sentence = outcome.sentence();
    LocalDate clock = outcome.event().date();
    Supervision supervision = null;
    if (sentence != null && sentence.isCustody()) {
      Release release = custody.serve(draws, person, place, clock, sentence);
      clock = release.date();
      supervision = release(draws, history, place, release);
      if (LEAVES_THE_COUNTRY.contains(release.type())) {
        return null;
      }
    } else if (sentence != null) {
      if (draws.chance(0.05) && !clock.isBefore(Custody.RECORDS_BEGIN)) {
        history.releases().add(custody.remand(draws, person, place, clock));
      }
      if (sentence.isSupervised() && isSupervisedByProbation(person, clock)) {
        supervision = Probation.order(draws, person, place, clock, sentence);
        history.supervisions().add(supervision);
      }
    }
    OffendingRecord known =
        new OffendingRecord(
            sanctions, history.events().get(0).date(), outcome.event().date(), outcome.lead());
    Referral referral =
        supervision == null
            ? null
            : support(draws, history, supervision, propensity.score(person, clock, known));
    Aftermath.add(draws, history, courtroom, place, outcome);
    return reoffence(draws, person, clock, known, sentence, referral);
  }

  private Supervision release(Draws draws, History history, Place place, Release release) {
    Person person = history.person();
    if (release.date().isBefore(Custody.RECORDS_BEGIN)) {
      return null;
    }
    history.releases().add(release);
    if (!isSupervisedByProbation(person, release.date())) {
      return null;
    }
    Supervision licence = Probation.licence(draws, person, place, release);
    if (licence == null) {
      return null;
    }
    history.supervisions().add(licence);
    if (draws.chance(0.14)) {
      history.releases().add(custody.recall(draws, person, place, release));
    }
    boolean supervisedAfter =
        release.lengthDays() != null
            && release.lengthDays() < 365
            && !release.sentenceDate().isBefore(Custody.LICENCE_FOR_ALL);
    if (supervisedAfter) {
      history.supervisions().add(Probation.postSentence(draws, person, place, release, licence));
    }
    return licence;
  }

  private Referral support(Draws draws, History history, Supervision supervision, double score) {
    List<Integer> needs = services.needs(draws, history.person(), score);
    Assessment assessment = services.assess(draws, supervision, needs);
    if (assessment != null) {
      history.assessments().add(assessment);
    }
    Referral referral = services.refer(draws, history.person(), supervision, needs, score);
    if (referral != null) {
      history.referrals().add(referral);
    }
    return referral;
  }

  private LocalDate reoffence(
      Draws draws,
      Person person,
      LocalDate clock,
      OffendingRecord known,
      Sentence sentence,
      Referral referral) {
    double chance = propensity.withinYear(person, clock, known, sentence);
    if (referral != null) {
      chance = Math.max(0.01, Math.min(0.97, chance + referral.service().effect() / 100));
    }
    if (draws.chance(chance)) {
      LocalDate offence = clock.plusDays(Propensity.daysWithinYear(draws));
      // Nobody starts a service after the offence that it might have prevented.
      boolean tooSoon = referral != null && !offence.isAfter(referral.start());
      return tooSoon ? referral.start().plusDays(1) : offence;
    }
    return draws.chance(Propensity.later(person, clock, known.sanctions()))
        ? clock.plusDays(Propensity.daysLater(draws))
        : null;
  }

  private static boolean isSupervisedByProbation(Person person, LocalDate day) {
    return person.ageOn(day) >= 18 && !day.isBefore(Providers.TRUSTS);
  }

  /**
   * Events beside the main line of a career, each of which a careless count would take for a
   * reoffence: older offences proven later, breaches, penalty notices, offences elsewhere.
   */
  static final class Aftermath {
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
    private static JusticeEvent olderOffence(Draws draws, Place place, JusticeEvent event) {
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

    private static JusticeEvent event(String type, LocalDate day, Offence offence) {
      return new JusticeEvent(type, day, offence.force(), List.of(offence));
    }
  }
}
