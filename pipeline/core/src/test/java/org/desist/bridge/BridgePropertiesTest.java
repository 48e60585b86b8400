// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.desist.bridge.Bridge.BridgedRun;
import org.desist.bridge.Movement.Cause;
import org.desist.bridge.ShownMovement.Line;
import org.desist.oracle.World;

/** What holds between any two versions. */
class BridgePropertiesTest {
  private static final long SEED = 7;
  private static final String CELLS =
      "breakdown in ('total', 'sex', 'index_category', 'previous_offences_band', 'ogrs_band')"
          + " and geography_type in ('national', 'region', 'provider', 'prison')";

  @Property(tries = 3, seed = "20160229", shrinking = ShrinkingMode.OFF)
  void thePartsAddUpAndEveryoneIsExplained(@ForAll @LongRange(min = 1, max = 999) long seed) {
    try (BridgeRuns runs = new BridgeRuns()) {
      Snapshots pair = Snapshots.of(seed, EnumSet.allOf(Slip.class));
      BridgedRun earlier = runs.publish(pair.earlier(), null);

      List<CellBridge> bridges = runs.bridge(earlier, runs.publish(pair.later(), null), CELLS);

      assertThat(bridges).hasSizeGreaterThan(500);
      assertThat(causes(bridges))
          .containsExactlyInAnyOrder(
              Cause.LATE_CONVICTION, Cause.CORRECTED_RECORD, Cause.LINKAGE, Cause.OFFENDER_MIX);
      bridges.forEach(BridgePropertiesTest::addsUp);
    }
  }

  @Example
  void oneKindOfDifferenceIsNeverTakenForAnother() {
    try (BridgeRuns runs = new BridgeRuns()) {
      BridgedRun later = runs.publish(Snapshots.of(SEED, Set.of()).later(), null);

      assertThat(causes(runs, Slip.LATE, later))
          .containsExactlyInAnyOrder(Cause.LATE_CONVICTION, Cause.OFFENDER_MIX);
      assertThat(causes(runs, Slip.CORRECTED, later))
          .containsExactlyInAnyOrder(Cause.CORRECTED_RECORD, Cause.OFFENDER_MIX);
      assertThat(causes(runs, Slip.RELINKED, later)).containsExactly(Cause.LINKAGE);
      assertThat(causes(runs, Slip.MOVED, later)).containsExactly(Cause.OFFENDER_MIX);
      assertThat(causes(runs.bridge(later, runs.publish(same(), method(runs)), CELLS)))
          .containsExactly(Cause.METHOD_CHANGE);
    }
  }

  private static World same() {
    return Snapshots.of(SEED, Set.of()).later();
  }

  private static Path method(BridgeRuns runs) {
    return runs.method(
        """
        method: other
        proof_months: 3
        breach: {add: ["04600"], remove: []}
        attribution: {days_before: 0, days_after: 2}
        """);
  }

  private static Set<Cause> causes(BridgeRuns runs, Slip slip, BridgedRun later) {
    BridgedRun earlier = runs.publish(Snapshots.of(SEED, EnumSet.of(slip)).earlier(), null);
    return causes(runs.bridge(earlier, later, CELLS));
  }

  private static Set<Cause> causes(List<CellBridge> bridges) {
    Set<Cause> causes = new TreeSet<>();
    for (CellBridge bridge : bridges) {
      for (Movement movement : bridge.movements()) {
        movement.shares().stream()
            .filter(share -> share.people() > 0)
            .forEach(share -> causes.add(share.cause()));
      }
    }
    return causes;
  }

  private static void addsUp(CellBridge bridge) {
    for (Movement movement : bridge.movements()) {
      assertThat(movement.sum()).isEqualByComparingTo(movement.difference());
      for (ShownMovement shown :
          List.of(ShownMovement.whole(movement, 2), ShownMovement.publishable(movement, 1, 10))) {
        assertThat(shown.lines().stream().map(Line::points).reduce(shown.before(), BigDecimal::add))
            .as(bridge.cell().toString())
            .isEqualTo(shown.after());
      }
    }
  }
}
