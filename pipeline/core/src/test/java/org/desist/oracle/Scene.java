// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.util.List;
import java.util.Map;

/** One person, whose records a test adds: sanctions with one offence each, releases, cases. */
final class Scene {
  static final String PERSON = "2003/0011985X";
  private final World.Builder world;

  private Scene(String snapshot) {
    this.world = World.on(snapshot);
  }

  /** A man born on 1 January 1980, seen from the end of 2019. */
  static Scene man() {
    return new Scene("2019-12-31")
        .person("surname", "Smith", "date_of_birth", "1980-01-01", "sex", "M");
  }

  /** Somebody of whom only what is given is known. */
  static Scene somebody(String snapshot, String... fields) {
    return new Scene(snapshot).person(fields);
  }

  private Scene person(String... fields) {
    world.person(with(fields, "pnc_id", PERSON));
    return this;
  }

  /** An event of one offence of theft; the offence is committed on the given date. */
  Scene event(String id, String type, String date, String committed, String disposal) {
    return event(id, type, date).offence(id, committed, disposal);
  }

  Scene conviction(String id, String date, String committed, String disposal) {
    return event(id, "CONVICTION", date, committed, disposal);
  }

  Scene caution(String id, String date) {
    return event(id, "CAUTION", date, date, null);
  }

  Scene event(String id, String type, String date) {
    world.event("event_id", id, "pnc_id", PERSON, "event_type", type, "event_date", date);
    return this;
  }

  /** An offence of theft of the event with the same id, and its disposal if there is one. */
  Scene offence(String id, String committed, String disposal, String... fields) {
    world.offence(
        with(
            fields,
            "offence_id",
            id,
            "event_id",
            id,
            "offence_start_date",
            committed,
            "ho_code",
            "03900"));
    if (disposal != null) {
      world.disposal("offence_id", id, "disposal_seq", "1", "disposal_code", disposal);
    }
    return this;
  }

  Scene release(String id, String date, String... fields) {
    world.release(
        with(
            fields,
            "release_id",
            id,
            "release_date",
            date,
            "pnc_id",
            PERSON,
            "surname",
            "Smith",
            "noms_number",
            "A1234AA",
            "establishment_code",
            "ACI",
            "release_type",
            "LICENCE"));
    return this;
  }

  Scene supervision(String id, String start, String... fields) {
    world.probationCase(
        with(
            fields,
            "case_id",
            id,
            "start_date",
            start,
            "pnc_id",
            PERSON,
            "surname",
            "Smith",
            "crn",
            "X123456",
            "sentence_type",
            "LICENCE",
            "provider_code",
            "N07"));
    return this;
  }

  World world() {
    return world.build();
  }

  /** The quarter cohorts of 2016. */
  Oracle oracle() {
    return Oracle.of(world(), Settings.between("2016-01-01", "2016-10-01"));
  }

  /** The members of a window, as rows. */
  List<Map<String, Object>> members(String window, String start) {
    return oracle().members().stream()
        .filter(row -> row.get("cohort_window").equals(window))
        .filter(row -> row.get("cohort_start").toString().equals(start))
        .toList();
  }

  /** The only member of the first quarter of 2016. */
  Map<String, Object> member() {
    List<Map<String, Object>> members = members("quarter", "2016-01-01");
    if (members.size() != 1) {
      throw new AssertionError("Expected one member, found " + members);
    }
    return members.get(0);
  }

  /** Given fields win over the usual ones. */
  private static String[] with(String[] fields, String... usual) {
    String[] all = new String[usual.length + fields.length];
    System.arraycopy(usual, 0, all, 0, usual.length);
    System.arraycopy(fields, 0, all, usual.length, fields.length);
    return all;
  }
}
