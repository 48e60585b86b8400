// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.desist.oracle.Histories;
import org.desist.oracle.Oracle;
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
  void twoRunsPublishTheSame() {
    World world = Histories.crowd(3, 60);
    try (PipelineWorld pipeline = new PipelineWorld()) {
      Agreement.checkSame(
          pipeline.onDuckDb(world, Histories.settings()),
          pipeline.onDuckDb(world, Histories.settings()));
    }
  }

  private static void check(World world) {
    try (PipelineWorld pipeline = new PipelineWorld()) {
      Agreement.check(
          Oracle.of(world, Histories.settings()), pipeline.onDuckDb(world, Histories.settings()));
    }
  }
}
