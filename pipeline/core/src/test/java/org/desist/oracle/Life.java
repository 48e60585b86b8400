// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Rolls the records of one random person into a world: only rows that validation accepts. */
final class Life {
  /** Who lives, and who lives next door: the one whose records get mixed up with theirs. */
  record Role(int number, Identity self, Identity neighbour, LocalDate snapshot) {}

  private static final String[] TYPES = {
    "CONVICTION",
    "CONVICTION",
    "CONVICTION",
    "CONVICTION",
    "CAUTION",
    "REPRIMAND",
    "WARNING",
    "PENALTY_NOTICE"
  };

  private final Dice dice;
  private final Role role;
  private final World.Builder world;
  private final List<LocalDate> days = new ArrayList<>();
  private final List<LocalDate> crimes = new ArrayList<>();
  private int rows;

  private Life(Dice dice, Role role, World.Builder world) {
    this.dice = dice;
    this.role = role;
    this.world = world;
    this.days.add(role.self().anchor());
    this.crimes.add(role.self().anchor().plusDays(1));
  }

  static void roll(Dice dice, Role role, World.Builder world) {
    Life life = new Life(dice, role, world);
    life.person();
    if (dice.chance(12)) {
      life.youth();
    }
    life.beforeBirth();
    for (int i = dice.between(0, 6); i > 0; i--) {
      life.event(dice.pick(TYPES), life.day());
    }
    Spells spells = new Spells(dice, role, life, world);
    for (int i = dice.pick(0, 0, 1, 1, 2); i > 0; i--) {
      spells.custody();
    }
    for (int i = dice.between(0, 3); i > 0; i--) {
      spells.supervision();
    }
  }

  /** A day on which something may happen; often one on which something has happened already. */
  LocalDate day() {
    return dice.chance(35) ? dice.pick(days) : dice.around(role.self().anchor());
  }

  /** A day on which something has happened. */
  LocalDate eventful() {
    return dice.pick(days);
  }

  /** Not padded, so that the order of texts is not the order of numbers; not in order of rows. */
  String id(String prefix) {
    rows++;
    return prefix + role.number() + "-" + (rows * 7) % 13 + "-" + rows;
  }

  /** An event with any result. */
  void event(String type, LocalDate date) {
    event(type, date, dice.pick("1002", "1015", "9998", dice.pick(Pools.DISPOSALS)));
  }

  /** An event of up to three offences, mostly with one result; none after the snapshot. */
  void event(String type, LocalDate date, String result) {
    if (date.isAfter(role.snapshot())) {
      return;
    }
    days.add(date);
    String id = id("E");
    world.event(
        "event_id", id,
        "pnc_id", role.self().writtenId(dice),
        "event_type", type,
        "event_date", text(date),
        "court_or_force_code", dice.pick("01", null));
    // Offences of one event are mostly of a kind, so that the lead is often a tie.
    List<String> kind = dice.pick(Pools.USUAL, Pools.USUAL, Pools.OFFENCES, Pools.LAST);
    for (int i = dice.pick(0, 1, 1, 1, 1, 2, 2, 3); i > 0; i--) {
      offence(id, date, kind, result);
    }
  }

  /** The day is kept, so that other things may happen on it. */
  void remember(LocalDate day) {
    days.add(day);
  }

  static String text(LocalDate date) {
    return date == null ? null : date.toString();
  }

  private void person() {
    Identity self = role.self();
    world.person(
        "pnc_id", self.writtenId(dice),
        "surname", self.surname(),
        "forenames", self.forenames(),
        "date_of_birth", text(self.birth()),
        "sex", self.sex(),
        "ethnic_appearance", dice.pick("0", "1", "2", "3", "4", "5", "6", "9", null),
        "nationality", dice.pick("GBR", null),
        "date_of_death", dice.chance(8) ? text(dice.around(self.anchor())) : null);
  }

  /** A sanction dated before the birth date: accepted, since either may be wrong. */
  private void beforeBirth() {
    LocalDate birth = role.self().birth();
    if (birth != null && dice.chance(5)) {
      event("CAUTION", birth.minusDays(dice.pick(1, 100, 400)));
    }
  }

  /** Many sanctions some years before. */
  private void youth() {
    for (int i = dice.between(5, 16); i > 0; i--) {
      LocalDate date = role.self().anchor().minusYears(3).minusDays(dice.between(0, 900));
      event(dice.pick("CONVICTION", "CAUTION"), date);
    }
  }

  /** When an offence was committed: often on a day on which another was. */
  private LocalDate committed(LocalDate proven) {
    LocalDate near =
        dice.pick(
            crimes.get(crimes.size() - 1),
            dice.pick(crimes),
            dice.around(role.self().anchor()),
            dice.around(role.self().anchor()));
    LocalDate earlier = proven.minusDays(dice.pick(0, 1, 1, 5, 30, 180, 365));
    LocalDate start = dice.chance(70) && !near.isAfter(proven) ? near : earlier;
    crimes.add(start);
    return start;
  }

  private void offence(String event, LocalDate proven, List<String> kind, String result) {
    LocalDate start = committed(proven);
    LocalDate end = start.plusDays(dice.pick(0, 1, 20));
    boolean isStartKnown = dice.chance(80);
    boolean isEndKnown = dice.chance(30) && (isStartKnown || !end.isAfter(proven));
    String id = id("O");
    world.offence(
        "offence_id",
        id,
        "event_id",
        event,
        "ho_code",
        dice.pick(dice.chance(75) ? kind : Pools.OFFENCES),
        "offence_start_date",
        isStartKnown ? text(start) : null,
        "offence_end_date",
        isEndKnown ? text(end) : null,
        "force_code",
        dice.pick(Pools.FORCES),
        "prosecutor",
        dice.chance(8) ? "OTHER" : dice.pick("POLICE", "POLICE", null),
        "taken_into_consideration",
        dice.chance(8) ? "true" : dice.pick("false", null));
    int disposals = dice.pick(0, 1, 1, 1, 2);
    for (int sequence = 1; sequence <= disposals; sequence++) {
      world.disposal(
          "offence_id", id,
          "disposal_seq", String.valueOf(sequence),
          "disposal_code", dice.chance(70) ? result : dice.pick(Pools.DISPOSALS),
          "duration_value", dice.pick("6", null),
          "duration_unit", dice.pick("M", null),
          "fine_amount", dice.pick("120.50", null));
    }
  }
}
