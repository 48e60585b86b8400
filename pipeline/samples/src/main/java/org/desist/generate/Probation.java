// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import org.desist.generate.History.Release;
import org.desist.generate.History.Supervision;
import org.desist.generate.Places.Place;
import org.desist.generate.Sentencing.Sentence;

/** Supervision in the community: which cases an order or a release brings. */
final class Probation {
  /** The days that one order or licence runs, and under what name. */
  private record Term(String type, LocalDate sentenced, LocalDate start, LocalDate end) {}

  private Probation() {}

  /** The case of a community order or a suspended sentence. */
  static Supervision order(
      Draws draws, Person person, Place place, LocalDate day, Sentence sentence) {
    String type =
        sentence.kind() == Sentence.Kind.SUSPENDED ? "SUSPENDED_SENTENCE_ORDER" : "COMMUNITY_ORDER";
    LocalDate start = day.plusDays(draws.any(0, 0, 0, 0, 1, 1, 2, 5));
    return open(draws, person, place, new Term(type, day, start, start.plusDays(sentence.days())));
  }

  /** The case of a licence; {@code null} when the release brings none. */
  static Supervision licence(Draws draws, Person person, Place place, Release release) {
    boolean licensed =
        switch (release.type()) {
          case "LICENCE", "PAROLE", "HOME_DETENTION_CURFEW" -> true;
          default -> false;
        };
    if (!licensed) {
      return null;
    }
    int days = release.lengthDays() == null ? 10 * 365 : Math.max(7, release.lengthDays() / 2);
    LocalDate start = release.date();
    return open(
        draws,
        person,
        place,
        new Term("LICENCE", release.sentenceDate(), start, start.plusDays(days)));
  }

  /** What follows the licence of a sentence under two years: supervision to twelve months. */
  static Supervision postSentence(
      Draws draws, Person person, Place place, Release release, Supervision licence) {
    LocalDate start = licence.end().plusDays(1);
    LocalDate end = release.date().plusDays(365);
    return open(
        draws,
        person,
        place,
        new Term("POST_SENTENCE_SUPERVISION", release.sentenceDate(), start, end));
  }

  private static Supervision open(Draws draws, Person person, Place place, Term term) {
    String risk = risk(draws, person, term.type());
    boolean high = risk != null && (risk.equals("HIGH") || risk.equals("VERY_HIGH"));
    LocalDate start = term.start();
    String provider =
        high || draws.chance(0.06)
            ? Providers.national(place, start)
            : Providers.community(place, start);
    if (draws.chance(0.002) && !start.isBefore(Providers.COMPANIES)) {
      provider = draws.any("N40", "N41", "N43");
    }
    long days = Math.max(1, term.end().toEpochDay() - start.toEpochDay());
    String reason = reason(draws, term.type());
    LocalDate end =
        reason.equals("COMPLETED") ? term.end() : start.plusDays(1 + (long) (days * draws.unit()));
    double unitKnown = start.isBefore(Providers.COMPANIES) ? 0.3 : 0.75;
    return new Supervision(
        term.type(),
        draws.chance(0.01) ? null : term.sentenced(),
        start,
        end,
        provider,
        draws.chance(unitKnown) ? place.deliveryUnit() : null,
        draws.chance(0.9) ? place.authority() : null,
        draws.chance(0.02) ? null : start.plusDays(draws.any(0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 9, 14)),
        risk,
        reason,
        term.end(),
        place);
  }

  private static String risk(Draws draws, Person person, String type) {
    double shift = type.equals("LICENCE") ? 0.16 : 0;
    shift += person.speciality().equals("sexual") ? 0.35 : 0;
    shift += person.speciality().equals("violent") ? 0.08 : 0;
    double choice = draws.unit() + shift;
    if (choice < 0.05) {
      return null;
    }
    if (choice < 0.48) {
      return "LOW";
    }
    return choice < 0.93 ? "MEDIUM" : choice < 1.35 ? "HIGH" : "VERY_HIGH";
  }

  private static String reason(Draws draws, String type) {
    double choice = draws.unit();
    if (choice < 0.72) {
      return "COMPLETED";
    }
    if (choice < 0.85) {
      return type.equals("LICENCE") ? "RECALLED" : "REVOKED_BREACH";
    }
    if (choice < 0.94) {
      return type.equals("LICENCE") ? "OTHER" : "REVOKED_NEW_OFFENCE";
    }
    return choice < 0.97 ? "OTHER" : choice < 0.995 ? "TRANSFERRED" : "DIED";
  }

  /** Who supervises a case that starts on a day, through the reorganisations of probation. */
  static final class Providers {
    /** The first day of the probation trusts of 2010; cases are held from here on. */
    static final LocalDate TRUSTS = LocalDate.of(2010, 4, 1);

    /** Trusts give way to community rehabilitation companies and the National Probation Service. */
    static final LocalDate COMPANIES = LocalDate.of(2014, 6, 1);

    /** Offender management in Wales moves to the National Probation Service. */
    static final LocalDate WALES = LocalDate.of(2019, 12, 1);

    /** The twelve regions. */
    static final LocalDate REGIONS = LocalDate.of(2021, 6, 26);

    private Providers() {}

    /** The provider of a case of low or medium risk. */
    static String community(Place place, LocalDate day) {
      if (day.isBefore(COMPANIES)) {
        return place.trust();
      }
      if (!day.isBefore(REGIONS)) {
        return place.regionProvider();
      }
      boolean walesUnited = place.region().equals("D") && !day.isBefore(WALES);
      return walesUnited ? place.division() : place.company();
    }

    /** The provider of a case of high risk: the National Probation Service while there was one. */
    static String national(Place place, LocalDate day) {
      boolean divisions = !day.isBefore(COMPANIES) && day.isBefore(REGIONS);
      return divisions ? place.division() : community(place, day);
    }
  }
}
