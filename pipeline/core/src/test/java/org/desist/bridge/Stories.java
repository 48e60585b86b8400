// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import java.util.Locale;
import org.desist.oracle.World;

/**
 * Two snapshots of people of whom the later one knows something else, each in a police force of
 * their own beside somebody who stays as they are. Unless a story says otherwise a person is fined
 * on 10 February 2016 for a theft.
 */
final class Stories {
  private static final String INDEX = "2016-02-10";
  private static final String LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";

  private final World.Builder before = World.on("2018-12-31");
  private final World.Builder after = World.on("2019-06-30");

  /** Which snapshots hold a record. */
  private enum In {
    BOTH,
    BEFORE,
    AFTER
  }

  private Stories() {}

  static Snapshots told() {
    Stories stories = new Stories();
    stories.tell();
    return new Snapshots(stories.before.build(), stories.after.build());
  }

  private void tell() {
    lateEntry();
    withdrawn();
    mended();
    lateRelease();
    otherOwner();
    relinkedCase();
    lateHistory();
    otherSex();
    missingBirth();
    lateAndCorrected();
    unrelated();
    otherPerson();
    twoQuarters();
  }

  /** A late caution takes the index date back, and a reoffence out of its year. */
  private void lateEntry() {
    person(31, "03");
    conviction(In.BOTH, 31, "B", "2017-03-01", "2017-01-20", "03");
    event(In.AFTER, 31, "C", "CAUTION", "2016-01-05", "2016-01-01", "03", null);
  }

  /** A conviction that counted as a reoffence is gone. */
  private void withdrawn() {
    person(41, "04");
    conviction(In.BEFORE, 41, "B", "2016-09-01", "2016-07-01", "04");
  }

  /** The earlier snapshot held the conviction, but not so that it could be read. */
  private void mended() {
    person(51, "05");
    conviction(In.AFTER, 51, "B", "2016-09-01", "2016-07-01", "05");
    event(In.BEFORE, 51, "B", "CONVICTED", "2016-09-01", "2016-07-01", "05", "1015");
  }

  /** A release is not delivered until later. */
  private void lateRelease() {
    steady(60, "06");
    custody(61, "06");
    release(In.AFTER, 61, 61);
  }

  /** A release goes from one person to another; both were sentenced on the same day. */
  private void otherOwner() {
    steady(70, "07");
    custody(71, "07");
    custody(72, "07");
    release(In.BEFORE, 71, 71);
    release(In.AFTER, 71, 72);
  }

  /** A case finds its person, who is counted under its provider from now on. */
  private void relinkedCase() {
    person(101, "10");
    probationCase(In.BEFORE, 101, 0);
    probationCase(In.AFTER, 101, 101);
    // Somebody under that provider all along.
    conviction(In.BOTH, 102, "A", INDEX, "2016-01-02", "10");
    probationCase(In.BOTH, 102, 102);
    identity(In.BOTH, 102, "M", "1980-01-01");
  }

  /** A conviction of 2010 comes to light: the person has one previous offence, not none. */
  private void lateHistory() {
    person(111, "11");
    conviction(In.AFTER, 111, "B", "2010-05-05", "2010-04-04", "11");
    conviction(In.BOTH, 112, "B", "2010-05-05", "2010-04-04", "11");
    conviction(In.BOTH, 112, "A", INDEX, "2016-01-02", "11");
    identity(In.BOTH, 112, "M", "1980-01-01");
  }

  /** The sex of a person is corrected. */
  private void otherSex() {
    steady(120, "12");
    conviction(In.BOTH, 121, "A", INDEX, "2016-01-02", "12");
    identity(In.BEFORE, 121, "F", "1980-01-01");
    identity(In.AFTER, 121, "M", "1980-01-01");
    conviction(In.BOTH, 122, "A", INDEX, "2016-01-02", "12");
    identity(In.BOTH, 122, "F", "1980-01-01");
  }

  /** Without a date of birth nobody is in a cohort. */
  private void missingBirth() {
    steady(130, "13");
    conviction(In.BOTH, 131, "A", INDEX, "2016-01-02", "13");
    identity(In.BEFORE, 131, "M", null);
    identity(In.AFTER, 131, "M", "1980-01-01");
  }

  /** Two reoffences come late, another turns out to be from before. */
  private void lateAndCorrected() {
    person(141, "14");
    conviction(In.AFTER, 141, "D", "2016-11-01", "2016-10-02", "14");
    conviction(In.AFTER, 141, "B", "2016-09-01", "2016-07-01", "14");
    conviction(In.BEFORE, 141, "C", "2016-10-01", "2016-08-01", "14");
    conviction(In.AFTER, 141, "C", "2016-10-01", "2016-01-20", "14");
  }

  /** The only reoffence turns out to be from before; a conviction of 2018 has come in since. */
  private void unrelated() {
    person(161, "16");
    conviction(In.BEFORE, 161, "C", "2016-10-01", "2016-08-01", "16");
    conviction(In.AFTER, 161, "C", "2016-10-01", "2016-01-20", "16");
    conviction(In.AFTER, 161, "D", "2018-10-01", "2018-08-01", "16");
  }

  /** A conviction was written down under somebody else's id. */
  private void otherPerson() {
    person(171, "17");
    identity(In.BOTH, 172, "M", "1980-01-01");
    conviction(In.BOTH, 172, "A", INDEX, "2016-01-02", "17");
    offence(In.BEFORE, 171, 171, "B", "2016-09-01", "2016-07-01", "17");
    offence(In.AFTER, 172, 171, "B", "2016-09-01", "2016-07-01", "17");
  }

  /** In two of the four quarters, with a cause in each. */
  private void twoQuarters() {
    person(201, "20");
    conviction(In.BOTH, 201, "B", "2016-08-10", "2015-12-01", "20");
    // A reoffence of February's index date, too late for August's: from before it.
    conviction(In.AFTER, 201, "C", "2016-09-20", "2016-06-01", "20");
    // A reoffence of August's, too late for February's.
    conviction(In.BEFORE, 201, "D", "2017-12-01", "2017-07-01", "20");
  }

  /** Fined in February, beside somebody else who is. */
  private void person(int number, String force) {
    steady(10 * (number / 10), force);
    identity(In.BOTH, number, "M", "1980-01-01");
    conviction(In.BOTH, number, "A", INDEX, "2016-01-02", force);
  }

  private void steady(int number, String force) {
    identity(In.BOTH, number, "M", "1980-01-01");
    conviction(In.BOTH, number, "A", INDEX, "2016-01-02", force);
    conviction(In.BOTH, number, "S", "2016-12-01", "2016-11-01", force);
  }

  private void custody(int number, String force) {
    identity(In.BOTH, number, "M", "1980-01-01");
    event(In.BOTH, number, "A", "CONVICTION", "2015-12-01", "2015-11-01", force, "1002");
  }

  private void conviction(
      In snapshots, int number, String suffix, String proven, String committed, String force) {
    offence(snapshots, number, number, suffix, proven, committed, force);
  }

  /** Under another person's id than the event's name says. */
  private void offence(
      In snapshots,
      int person,
      int number,
      String suffix,
      String proven,
      String committed,
      String force) {
    for (World.Builder world : worlds(snapshots)) {
      rows(world, person, number + suffix, "CONVICTION", proven, committed, force, "1015");
    }
  }

  private void event(
      In snapshots,
      int number,
      String suffix,
      String type,
      String proven,
      String committed,
      String force,
      String disposal) {
    for (World.Builder world : worlds(snapshots)) {
      rows(world, number, number + suffix, type, proven, committed, force, disposal);
    }
  }

  private static void rows(
      World.Builder world,
      int person,
      String id,
      String type,
      String proven,
      String committed,
      String force,
      String disposal) {
    world
        .event(
            "event_id", "E" + id, "pnc_id", pncId(person), "event_type", type, "event_date", proven)
        .offence(
            "offence_id",
            "O" + id,
            "event_id",
            "E" + id,
            "ho_code",
            "04600",
            "offence_start_date",
            committed,
            "force_code",
            force);
    if (disposal != null) {
      world.disposal("offence_id", "O" + id, "disposal_seq", "1", "disposal_code", disposal);
    }
  }

  private void identity(In snapshots, int number, String sex, String born) {
    for (World.Builder world : worlds(snapshots)) {
      world.person(
          "pnc_id",
          pncId(number),
          "surname",
          surname(number),
          "forenames",
          "Story",
          "date_of_birth",
          born,
          "sex",
          sex);
    }
  }

  private void release(In snapshots, int number, int person) {
    for (World.Builder world : worlds(snapshots)) {
      world.release(
          "release_id",
          "R" + number,
          "noms_number",
          String.format(Locale.ROOT, "A%04dAA", number),
          "pnc_id",
          pncId(person),
          "surname",
          surname(person),
          "establishment_code",
          "ACI",
          "sentence_date",
          "2015-12-01",
          "release_date",
          "2016-03-01",
          "release_type",
          "LICENCE");
    }
  }

  /** Person 0 is nobody. */
  private void probationCase(In snapshots, int number, int person) {
    for (World.Builder world : worlds(snapshots)) {
      world.probationCase(
          "case_id",
          "C" + number,
          "crn",
          String.format(Locale.ROOT, "X%06d", number),
          "pnc_id",
          person == 0 ? null : pncId(person),
          "surname",
          surname(person),
          "sentence_type",
          "COMMUNITY_ORDER",
          "start_date",
          INDEX,
          "provider_code",
          "C17");
    }
  }

  private World.Builder[] worlds(In snapshots) {
    return switch (snapshots) {
      case BOTH -> new World.Builder[] {before, after};
      case BEFORE -> new World.Builder[] {before};
      case AFTER -> new World.Builder[] {after};
    };
  }

  /** Letters only, and no two alike. */
  private static String surname(int number) {
    StringBuilder name = new StringBuilder("Name");
    for (char digit : Integer.toString(number).toCharArray()) {
      name.append((char) ('a' + digit - '0'));
    }
    return name.toString();
  }

  private static String pncId(int number) {
    char letter = LETTERS.charAt((int) (12_0000000L + number) % 23);
    return String.format(Locale.ROOT, "2012/%07d%s", number, letter);
  }
}
