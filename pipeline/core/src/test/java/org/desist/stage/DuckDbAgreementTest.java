// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.desist.oracle.Histories;
import org.desist.oracle.Oracle;
import org.desist.oracle.Settings;
import org.desist.oracle.World;

/** The SQL against the independent calculation of the same text, on random worlds. */
class DuckDbAgreementTest {
  /** Small enough to shrink to the one person who matters. */
  @Provide
  Arbitrary<World> smallWorlds() {
    return Histories.worlds();
  }

  /** Many people to a run: starting one costs more than the people in it. */
  @Provide
  Arbitrary<World> crowds() {
    return Arbitraries.longs().between(1, 1_000_000).map(seed -> Histories.crowd(seed, 120));
  }

  @Property(tries = 6, seed = "20160229")
  void aSmallWorldComesOutAsCalculated(@ForAll("smallWorlds") World world) {
    check(world);
  }

  @Property(tries = 7, seed = "20160229", shrinking = ShrinkingMode.OFF)
  void aCrowdComesOutAsCalculated(@ForAll("crowds") World world) {
    check(world);
  }

  @Example
  void aCrowdScoredByOgrs4ComesOutAsCalculated() {
    check(Histories.crowd(20_160_229, 200), Histories.settings().scoredBy("ogrs4g"));
  }

  @Example
  void twoRunsPublishTheSame() {
    World world = Histories.crowd(3, 60);
    try (PipelineWorld pipeline = new PipelineWorld()) {
      Agreement.checkSame(
          pipeline.onDuckDb(world, Histories.settings()),
          pipeline.onDuckDb(world, Histories.settings()));
    }
  }

  /** Too rare among random people: two custodial convictions on the day that a release is from. */
  @Example
  void aReleaseIsFromTheMostSevereConvictionOfItsDayThenTheLowestId() {
    World.Builder world = World.on("2019-06-30");
    person(world, "2003/0011985X", "Severe", "2015-06-01");
    sentence(world, "2003/0011985X", "E1", "03900", "01");
    sentence(world, "2003/0011985X", "E2", "00100", "01");
    person(world, "2008/0056560Z", "Even", null);
    sentence(world, "2008/0056560Z", "E3", "03900", "06");
    sentence(world, "2008/0056560Z", "E20", "03900", "20");
    check(world.build());
    try (PipelineWorld pipeline = new PipelineWorld()) {
      assertThat(
              pipeline
                  .onDuckDb(world.build(), Histories.settings())
                  .rows("restricted/cohort_member"))
          .filteredOn(row -> row.get("cohort_window").equals("quarter"))
          .extracting(row -> row.get("index_ho_code"), row -> row.get("police_force"))
          .containsExactlyInAnyOrder(tuple("00100", "01"), tuple("03900", "20"));
    }
  }

  private static void person(World.Builder world, String id, String surname, String sentenced) {
    world
        .person("pnc_id", id, "surname", surname, "date_of_birth", "1980-01-01", "sex", "M")
        .release(
            "release_id",
            "R" + surname,
            "noms_number",
            "A1234AA",
            "pnc_id",
            id,
            "surname",
            surname,
            "establishment_code",
            "ACI",
            "sentence_date",
            sentenced,
            "release_date",
            "2016-02-01",
            "release_type",
            "LICENCE")
        .probationCase(
            "case_id", "C" + surname,
            "crn", "X123456",
            "sentence_type", "LICENCE",
            "start_date", "2016-02-01",
            "provider_code", "N07");
  }

  /** A sentence to custody of 1 June 2015. */
  private static void sentence(
      World.Builder world, String person, String event, String code, String force) {
    world
        .event(
            "event_id",
            event,
            "pnc_id",
            person,
            "event_type",
            "CONVICTION",
            "event_date",
            "2015-06-01")
        .offence(
            "offence_id", "O" + event,
            "event_id", event,
            "ho_code", code,
            "offence_start_date", "2015-05-01",
            "force_code", force)
        .disposal("offence_id", "O" + event, "disposal_seq", "1", "disposal_code", "1002");
  }

  private static void check(World world) {
    check(world, Histories.settings());
  }

  private static void check(World world, Settings settings) {
    try (PipelineWorld pipeline = new PipelineWorld()) {
      Agreement.check(Oracle.of(world, settings), pipeline.onDuckDb(world, settings));
    }
  }
}
