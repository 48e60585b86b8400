// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;

/** Rolls the records of one random person into a world: only rows that validation accepts. */
final class Life {
  private final Dice dice;
  private final int number;
  private final Identity self;
  private final Identity neighbour;
  private final LocalDate snapshot;
  private final World.Builder world;
  private int rows;

  private Life(
      Dice dice,
      int number,
      Identity self,
      Identity neighbour,
      LocalDate snapshot,
      World.Builder world) {
    this.dice = dice;
    this.number = number;
    this.self = self;
    this.neighbour = neighbour;
    this.snapshot = snapshot;
    this.world = world;
  }

  static void roll(
      Dice dice,
      int number,
      Identity self,
      Identity neighbour,
      LocalDate snapshot,
      World.Builder world) {
    Life life = new Life(dice, number, self, neighbour, snapshot, world);
    life.person();
    for (int i = dice.between(0, 5); i > 0; i--) {
      life.event();
    }
    for (int i = dice.pick(0, 0, 1, 1, 2); i > 0; i--) {
      life.release();
    }
    for (int i = dice.pick(0, 1, 1, 2); i > 0; i--) {
      life.supervision();
    }
  }

  private void person() {
    world.person(
        "pnc_id", self.writtenId(dice),
        "surname", self.surname(),
        "forenames", self.forenames(),
        "date_of_birth", text(self.birth()),
        "sex", self.sex(),
        "ethnic_appearance", dice.pick("0", "1", "2", "3", "4", "5", "6", "9", null),
        "nationality", dice.pick("GBR", null),
        "date_of_death", dice.chance(15) ? text(dice.around(self.anchor())) : null);
  }

  private void event() {
    LocalDate date = dice.around(self.anchor());
    if (date.isAfter(snapshot)) {
      return;
    }
    String id = id("E");
    world.event(
        "event_id", id,
        "pnc_id", self.writtenId(dice),
        "event_type",
            dice.pick(
                "CONVICTION",
                "CONVICTION",
                "CONVICTION",
                "CONVICTION",
                "CAUTION",
                "REPRIMAND",
                "WARNING",
                "PENALTY_NOTICE"),
        "event_date", text(date),
        "court_or_force_code", dice.pick("01", null));
    for (int i = dice.pick(0, 1, 1, 1, 2, 3); i > 0; i--) {
      offence(id, date);
    }
  }

  private void offence(String event, LocalDate proven) {
    LocalDate near = dice.around(self.anchor());
    LocalDate earlier = proven.minusDays(dice.pick(0, 1, 30, 180, 365));
    LocalDate start = dice.chance(60) && !near.isAfter(proven) ? near : earlier;
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
        dice.pick(Pools.OFFENCES),
        "offence_start_date",
        isStartKnown ? text(start) : null,
        "offence_end_date",
        isEndKnown ? text(end) : null,
        "force_code",
        dice.pick(Pools.FORCES),
        "prosecutor",
        dice.pick("POLICE", "POLICE", "POLICE", "POLICE", null, "OTHER"),
        "taken_into_consideration",
        dice.pick("false", "false", "false", null, "true"));
    int disposals = dice.pick(0, 1, 1, 1, 2);
    for (int sequence = 1; sequence <= disposals; sequence++) {
      world.disposal(
          "offence_id", id,
          "disposal_seq", String.valueOf(sequence),
          "disposal_code", dice.chance(25) ? "1002" : dice.pick(Pools.DISPOSALS),
          "duration_value", dice.pick("6", null),
          "duration_unit", dice.pick("M", null),
          "fine_amount", dice.pick("120.50", null));
    }
  }

  private void release() {
    LocalDate date = dice.around(self.anchor());
    Identity named = dice.chance(85) ? self : neighbour;
    world.release(
        "release_id", id("R"),
        "noms_number", self.nomsNumber(),
        "pnc_id", claimedId(),
        "surname", dice.chance(85) ? named.surname() : neighbour.surname(),
        "forenames", named.forenames(),
        "date_of_birth", text(dice.chance(85) ? named.birth() : neighbour.birth()),
        "sex", dice.chance(85) ? named.sex() : null,
        "establishment_code", dice.pick(Pools.PRISONS),
        "sentence_date", dice.chance(60) ? text(dice.around(self.anchor())) : null,
        "reception_date", dice.chance(50) ? text(date.minusDays(90)) : null,
        "release_date", text(date),
        "release_type",
            dice.pick(
                "LICENCE",
                "CONDITIONAL",
                "HOME_DETENTION_CURFEW",
                "SENTENCE_EXPIRY",
                "PAROLE",
                dice.pick("REMAND", "RECALL", "DEPORTED", "TRANSFERRED", "DIED")),
        "sentence_kind", dice.pick("DETERMINATE", "DETERMINATE", "INDETERMINATE", null),
        "sentence_length_days",
            dice.pick(
                "1", "183", "184", "364", "365", "729", "730", "1459", "1460", "3649", "3650",
                null));
  }

  private void supervision() {
    LocalDate start = self.anchor().plusDays(dice.pick(0, 0, 1, -1, 3, -3, -7, -8, 28, 29, 7, 14));
    LocalDate end =
        dice.pick(null, null, start, self.anchor().minusDays(1), self.anchor(), start.plusDays(90));
    Identity named = dice.chance(85) ? self : neighbour;
    world.probationCase(
        "case_id", id("C"),
        "crn", "X%06d".formatted(number),
        "noms_number", dice.pick(self.nomsNumber(), self.nomsNumber(), null),
        "pnc_id", claimedId(),
        "surname", named.surname(),
        "forenames", named.forenames(),
        "date_of_birth", text(named.birth()),
        "sex", named.sex(),
        "sentence_type", dice.pick("COMMUNITY_ORDER", "SUSPENDED_SENTENCE_ORDER", "LICENCE"),
        "start_date", text(start),
        "end_date", end == null || end.isBefore(start) ? null : text(end),
        "provider_code", dice.pick(Pools.PROVIDERS),
        "delivery_unit_code", dice.pick(Pools.UNITS),
        "local_authority_code", dice.pick(Pools.AUTHORITIES),
        "risk_of_harm", dice.pick("LOW", null));
  }

  /** The PNC id that a prison or a probation office holds. */
  private String claimedId() {
    return switch (dice.between(0, 9)) {
      case 0 -> null;
      case 1 -> self.wrongId(dice);
      case 2 -> neighbour.writtenId(dice);
      case 3 -> "2009/9999999" + PncId.letter(9, 9_999_999);
      case 4 -> dice.pick(null, self.wrongId(dice));
      default -> self.writtenId(dice);
    };
  }

  /** Not padded, so that the order of texts is not the order of numbers; not in order of rows. */
  private String id(String prefix) {
    rows++;
    return prefix + number + "-" + (rows * 7) % 13 + "-" + rows;
  }

  private static String text(LocalDate date) {
    return date == null ? null : date.toString();
  }
}
