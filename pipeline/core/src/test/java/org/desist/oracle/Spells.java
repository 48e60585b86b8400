// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.Locale;

/** Rolls spells in prison and on probation, under whatever name and number they were recorded. */
final class Spells {
  private final Dice dice;
  private final Life.Role role;
  private final Identity self;
  private final Identity neighbour;
  private final Life life;
  private final World.Builder world;

  Spells(Dice dice, Life.Role role, Life life, World.Builder world) {
    this.dice = dice;
    this.role = role;
    this.self = role.self();
    this.neighbour = role.neighbour();
    this.life = life;
    this.world = world;
  }

  /** A release, mostly after (if rightly recorded) a conviction on or next to its sentence date. */
  void custody() {
    LocalDate date = life.day();
    LocalDate sentenced = date.minusDays(dice.pick(0, 1, 60, 200, 500, -10));
    if (dice.chance(70)) {
      life.event("CONVICTION", sentenced, "1002");
    }
    life.remember(date);
    Identity named = named();
    world.release(
        "release_id", life.id("R"),
        "noms_number", self.nomsNumber(),
        "pnc_id", claimedId(),
        "surname", dice.chance(90) ? named.surname() : neighbour.surname(),
        "forenames", named.forenames(),
        "date_of_birth", Life.text(dice.chance(90) ? named.birth() : neighbour.birth()),
        "sex", dice.chance(90) ? named.sex() : null,
        "establishment_code", dice.pick(Pools.PRISONS),
        "sentence_date", Life.text(dice.pick(sentenced, sentenced, sentenced.plusDays(1), null)),
        "reception_date", dice.chance(50) ? Life.text(date.minusDays(90)) : null,
        "release_date", Life.text(date),
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

  /** A case that starts within, on or just outside the days around something that happened. */
  void supervision() {
    LocalDate day = life.eventful();
    LocalDate start = day.plusDays(dice.pick(0, 0, 1, -1, 3, -3, -7, -8, 28, 29, 7, 14));
    LocalDate end = dice.pick(null, null, start, day.minusDays(1), day, start.plusDays(90));
    Identity named = named();
    world.probationCase(
        "case_id", life.id("C"),
        "crn", String.format(Locale.ROOT, "X%06d", role.number()),
        "noms_number", dice.pick(self.nomsNumber(), self.nomsNumber(), null),
        "pnc_id", claimedId(),
        "surname", named.surname(),
        "forenames", named.forenames(),
        "date_of_birth", Life.text(named.birth()),
        "sex", named.sex(),
        "sentence_type", dice.pick("COMMUNITY_ORDER", "SUSPENDED_SENTENCE_ORDER", "LICENCE"),
        "start_date", Life.text(start),
        "end_date", end == null || end.isBefore(start) ? null : Life.text(end),
        "provider_code", dice.pick(Pools.PROVIDERS),
        "delivery_unit_code", dice.pick(Pools.UNITS),
        "local_authority_code", dice.pick(Pools.AUTHORITIES),
        "risk_of_harm", dice.pick("LOW", null));
  }

  private Identity named() {
    return dice.chance(90) ? self : neighbour;
  }

  /** The PNC id that a prison or a probation office holds. */
  private String claimedId() {
    return switch (dice.between(0, 11)) {
      case 0 -> null;
      case 1 -> self.wrongId(dice);
      case 2 -> neighbour.writtenId(dice);
      case 3 -> "2009/9999999" + PncId.letter(9, 9_999_999);
      case 4 -> dice.pick(null, self.wrongId(dice));
      default -> self.writtenId(dice);
    };
  }
}
