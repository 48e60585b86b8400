// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.generate.Draws.WeightedChoice;
import org.desist.generate.Population.NameTables;
import org.desist.generate.WrittenIdentity.WrittenPncId;

/**
 * Men released from Doncaster after sentences under twelve months, in 2009 and in three years of
 * the pilot. How many of a year are reconvicted is set; who, when and how often follows from age,
 * record and chance. Ages and records are alike from year to year, so that an adjusted rate is
 * hardly another than the observed one, which is what the pilot went by.
 */
final class DoncasterPilot {
  private static final long SEED = 2009;
  private static final int RELEASED = 300;
  private static final LocalDate SNAPSHOT = LocalDate.of(2015, 12, 31);

  /**
   * The releases of a year.
   *
   * @param reconvicted of {@link #RELEASED}; 174 are 58.0%, and 157 and 164 the published 5.7 and
   *     3.3 points fewer. Nothing is published about the last
   */
  private record Year(LocalDate start, int reconvicted) {}

  private static final List<Year> YEARS =
      List.of(
          new Year(LocalDate.of(2009, 1, 1), 174),
          new Year(LocalDate.of(2011, 10, 1), 157),
          new Year(LocalDate.of(2012, 10, 1), 164),
          new Year(LocalDate.of(2013, 10, 1), 160));

  private static final WeightedChoice<String> OFFENCES =
      WeightedChoice.of(
          List.of("04600", "10501", "09261", "19500"),
          code -> code.equals("04600") ? 45 : code.equals("10501") ? 25 : 15);

  /**
   * Somebody released.
   *
   * @param person name and numbers; the rest is of this sample
   * @param record earlier convictions
   * @param propensity orders who of a year is reconvicted, highest first
   */
  private record Released(
      Person person, int place, LocalDate day, LocalDate birth, int record, double propensity) {}

  private final Population people = new Population(SEED, NameTables.load(), Places.load());
  private final Map<String, List<String[]>> tables = new LinkedHashMap<>();
  private int lastNumber;
  private int events;

  private DoncasterPilot() {
    table("pnc_person", "pnc_id", "surname", "forenames", "date_of_birth", "sex");
    table("pnc_event", "event_id", "pnc_id", "event_type", "event_date");
    table("pnc_offence", "offence_id", "event_id", "ho_code", "offence_start_date");
    table("pnc_disposal", "offence_id", "disposal_seq", "disposal_code");
    table(
        "prison_release",
        ("release_id,noms_number,pnc_id,surname,date_of_birth,establishment_code,sentence_date,"
                + "release_date,release_type,sentence_kind,sentence_length_days")
            .split(","));
    table(
        "probation_case",
        "case_id,crn,pnc_id,surname,date_of_birth,sentence_type,start_date,provider_code"
            .split(","));
  }

  /** The rows of each extract, its header first. */
  static Map<String, List<String[]>> tables() {
    DoncasterPilot pilot = new DoncasterPilot();
    YEARS.forEach(pilot::year);
    return pilot.tables;
  }

  private void table(String name, String... header) {
    tables.put(name, new ArrayList<>(Collections.singletonList(header)));
  }

  private void year(Year year) {
    List<Released> released = new ArrayList<>();
    for (int place = 0; place < RELEASED; place++) {
      released.add(released(year, place));
    }
    released.sort(Comparator.comparingDouble(Released::propensity).reversed());
    for (int rank = 0; rank < RELEASED; rank++) {
      write(released.get(rank), rank < year.reconvicted());
    }
  }

  /** Who is at a place has the age and the record of whoever is at that place in another year. */
  private Released released(Year year, int place) {
    Draws draws = Draws.of(SEED, place, "doncaster".hashCode(), 0);
    LocalDate day = year.start().plusDays(draws.between(0, 364));
    int age = Math.min(54, 21 + (int) draws.exponential(9));
    LocalDate birth = day.minusYears(age).minusDays(draws.between(0, 364));
    int record = Math.min(age - 18, 2 + draws.geometric(0.15, 10));
    Person person = people.draw(++lastNumber);
    while (!person.sex().equals("M")) {
      person = people.draw(++lastNumber);
    }
    double chance = draws(person, 1).unit();
    double propensity = 0.2 * record - 0.05 * (age - 30) + StrictMath.log(1 / chance - 1);
    return new Released(person, place, day, birth, record, propensity);
  }

  private void write(Released released, boolean isReconvicted) {
    Person person = released.person();
    String pncId = pncId(released);
    String birth = released.birth().toString();
    Draws alike = Draws.of(SEED, released.place(), "doncaster".hashCode(), 1);
    add("pnc_person", pncId, person.surname(), person.forenames(), birth, person.sex());
    int length = alike.between(14, 360);
    LocalDate sentenced = released.day().minusDays(length / 2);
    // Two years before a release at the latest: nobody's record is an entry to one of the years.
    LocalDate first = released.birth().plusYears(16);
    LocalDate last = released.day().minusYears(2).minusDays(60);
    for (int i = 0; i < released.record(); i++) {
      event(released, alike, "1116", alike.day(first, last), alike.between(10, 60));
    }
    event(released, alike, "1002", sentenced, alike.between(10, 60));
    add(
        "prison_release",
        "R" + tables.get("prison_release").size(),
        person.prisonNumber(),
        pncId,
        person.surname(),
        birth,
        "DNI",
        sentenced.toString(),
        released.day().toString(),
        "CONDITIONAL",
        "DETERMINATE",
        Integer.toString(length));
    if (tables.get("probation_case").size() == 1) {
      // A snapshot needs the file; nobody was supervised after so short a sentence.
      add(
          "probation_case",
          "C1",
          person.caseReference(),
          pncId,
          person.surname(),
          birth,
          "COMMUNITY_ORDER",
          "2011-10-03",
          "YSS");
    }
    Draws own = draws(person, 2);
    if (isReconvicted) {
      reconvictions(released, own);
    } else if (own.chance(0.1)) {
      // A caution proves an offence, and is no reconviction.
      event(released, own, null, released.day().plusDays(own.between(50, 330)), 30);
    }
  }

  private void reconvictions(Released released, Draws draws) {
    int times = 1 + draws.geometric(0.4, 5);
    for (int i = 0; i < times; i++) {
      // Half of those who offend again within a year have done so after four months.
      int after = Math.min(364, 1 + (int) draws.exponential(170));
      int gap = draws.between(20, 150);
      LocalDate day = released.day().plusDays(after + gap);
      String disposal = draws.chance(0.4) ? "1002" : "1116";
      if (!day.isAfter(SNAPSHOT)) {
        event(released, draws, disposal, day, gap);
      }
    }
  }

  /** One offence proven {@code gap} days later; by a caution where there is no disposal. */
  private void event(Released released, Draws draws, String disposal, LocalDate day, int gap) {
    String number = Integer.toString(++events);
    String type = disposal == null ? "CAUTION" : "CONVICTION";
    add("pnc_event", "E" + number, pncId(released), type, day.toString());
    add(
        "pnc_offence",
        "O" + number,
        "E" + number,
        OFFENCES.draw(draws),
        day.minusDays(gap).toString());
    if (disposal != null) {
      add("pnc_disposal", "O" + number, "1", disposal);
    }
  }

  /** Of a record made at the age of sixteen. */
  private static String pncId(Released released) {
    int serial = released.person().pncId().serial();
    return new WrittenPncId(released.birth().getYear() + 16, serial).longForm();
  }

  private void add(String table, String... row) {
    tables.get(table).add(row);
  }

  private static Draws draws(Person person, long stream) {
    return Draws.of(SEED, person.number(), "doncaster".hashCode(), stream);
  }
}
