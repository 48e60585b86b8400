// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random worlds that crowd around the limits of the rules. Every row is one that validation
 * accepts, and every required extract has at least one row.
 */
public final class Histories {
  /** Before, on and after the days on which cohorts of 2016 change their status. */
  private static final List<LocalDate> SNAPSHOTS =
      List.of(
          LocalDate.of(2019, 6, 30),
          LocalDate.of(2019, 6, 30),
          LocalDate.of(2018, 9, 30),
          LocalDate.of(2017, 12, 31),
          LocalDate.of(2017, 12, 30),
          LocalDate.of(2017, 3, 31),
          LocalDate.of(2016, 12, 31));

  private Histories() {}

  /** The cohorts that these histories fall into. */
  public static Settings settings() {
    return Settings.between("2015-07-01", "2017-01-01");
  }

  /** Worlds of one to eight persons; a failing one shrinks to fewer persons. */
  public static Arbitrary<World> worlds() {
    Arbitrary<List<Long>> seeds = Arbitraries.longs().dontShrink().list().ofMinSize(1).ofMaxSize(8);
    return Combinators.combine(seeds, Arbitraries.of(SNAPSHOTS)).as(Histories::world);
  }

  /** One world of many persons, the same for the same seed; seeds 1 to 7 see every snapshot. */
  public static World crowd(long seed, int persons) {
    List<Long> seeds = LongStream.range(0, persons).mapToObj(i -> seed * 1_000_003 + i).toList();
    return world(seeds, SNAPSHOTS.get(Math.floorMod(seed, SNAPSHOTS.size())));
  }

  private static World world(List<Long> seeds, LocalDate snapshot) {
    World.Builder world = new World.Builder(snapshot);
    bystander(world);
    List<Identity> identities = new ArrayList<>();
    for (int i = 0; i < seeds.size(); i++) {
      identities.add(Identity.roll(new Dice(seeds.get(i)), i + 1));
    }
    for (int i = 0; i < seeds.size(); i++) {
      Identity neighbour = identities.get((i + 1) % identities.size());
      // Not the seed of anybody's identity.
      Dice dice = new Dice(~seeds.get(i));
      Life.roll(dice, new Life.Role(i + 1, identities.get(i), neighbour, snapshot), world);
    }
    return world.build();
  }

  /** Someone long ago, in no cohort, so that no extract is empty. */
  private static void bystander(World.Builder world) {
    world
        .person("pnc_id", "2003/0011985X", "surname", "Bystander", "date_of_birth", "1950-01-01")
        .event(
            "event_id", "E0",
            "pnc_id", "2003/0011985X",
            "event_type", "CONVICTION",
            "event_date", "1999-05-01")
        .offence("offence_id", "O0", "event_id", "E0", "ho_code", "00100")
        .disposal("offence_id", "O0", "disposal_seq", "1", "disposal_code", "1002")
        .release(
            "release_id", "R0",
            "noms_number", "Z9999ZZ",
            "pnc_id", "2003/0011985X",
            "surname", "Bystander",
            "establishment_code", "ACI",
            "release_date", "2000-05-01",
            "release_type", "LICENCE")
        .probationCase(
            "case_id", "C0",
            "crn", "Z999999",
            "sentence_type", "LICENCE",
            "start_date", "2000-05-01",
            "provider_code", "ASP");
  }
}
