// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.desist.generate.Places.Place;
import org.desist.generate.Services.Service;

/** All that happens to one person, in the order in which it was simulated. */
final class History {
  private final Person person;
  private final List<JusticeEvent> events = new ArrayList<>();
  private final List<Release> releases = new ArrayList<>();
  private final List<Supervision> supervisions = new ArrayList<>();
  private final List<Assessment> assessments = new ArrayList<>();
  private final List<Referral> referrals = new ArrayList<>();

  History(Person person) {
    this.person = person;
  }

  Person person() {
    return person;
  }

  List<JusticeEvent> events() {
    return events;
  }

  List<Release> releases() {
    return releases;
  }

  List<Supervision> supervisions() {
    return supervisions;
  }

  List<Assessment> assessments() {
    return assessments;
  }

  List<Referral> referrals() {
    return referrals;
  }

  /** A court appearance with a finding of guilt, or an out-of-court disposal. */
  record JusticeEvent(String type, LocalDate date, String place, List<Offence> offences) {}

  /** One offence at an event; everything but the code and the list may be null. */
  record Offence(
      String code,
      LocalDate start,
      LocalDate end,
      String force,
      String prosecutor,
      Boolean takenIntoConsideration,
      List<Disposal> disposals) {}

  /** One disposal of an offence. Length, unit and fine are null where they do not apply. */
  record Disposal(String code, Integer length, String unit, BigDecimal fine) {
    static Disposal of(String code) {
      return new Disposal(code, null, null, null);
    }

    static Disposal lasting(String code, int length, String unit) {
      return new Disposal(code, length, unit, null);
    }

    static Disposal fine(int pounds) {
      return new Disposal("1015", null, null, BigDecimal.valueOf(pounds * 100L, 2));
    }
  }

  /** A release from prison. Dates of a sentence and its length are null for remand. */
  record Release(
      String establishment,
      LocalDate sentenceDate,
      LocalDate reception,
      LocalDate date,
      String type,
      String kind,
      Integer lengthDays) {}

  /**
   * An order or licence supervised. The end is the one that comes to pass, where {@code planned} is
   * the one that was ordered; a snapshot taken before it does not show it.
   */
  record Supervision(
      String sentenceType,
      LocalDate sentenceDate,
      LocalDate start,
      LocalDate end,
      String provider,
      String deliveryUnit,
      String authority,
      LocalDate allocation,
      String risk,
      String endReason,
      LocalDate planned,
      Place place) {
    /** The same up to a day, on which another provider takes over. */
    Supervision transferred(LocalDate day) {
      return new Supervision(
          sentenceType,
          sentenceDate,
          start,
          day,
          provider,
          deliveryUnit,
          authority,
          allocation,
          risk,
          "TRANSFERRED",
          planned,
          place);
    }

    /** The rest of it, by another provider and at another risk. */
    Supervision takenOver(LocalDate day, String other, LocalDate allocated, String otherRisk) {
      return new Supervision(
          sentenceType,
          sentenceDate,
          day,
          end,
          other,
          deliveryUnit,
          authority,
          allocated,
          otherRisk,
          endReason,
          planned,
          place);
    }
  }

  /**
   * Needs on a day, in the order of the contract: 0 none, 1 some, 2 significant, null not asked.
   */
  record Assessment(LocalDate date, List<Integer> needs) {}

  /** One person's time on a service. The end is the one that comes to pass. */
  record Referral(Service service, LocalDate start, LocalDate end, boolean completed) {}
}
