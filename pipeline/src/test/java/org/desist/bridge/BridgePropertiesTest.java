// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.desist.oracle.World;

/** What holds between any two versions. */
class BridgePropertiesTest {
  @Property(tries = 5, seed = "20160229", shrinking = ShrinkingMode.OFF)
  void thePartsAddUpAndEveryoneIsExplained(@ForAll @LongRange(min = 1, max = 999) long seed) {
    Snapshots pair = Snapshots.of(seed, EnumSet.allOf(Slip.class));

    List<CellBridge> bridges = bridges(pair.earlier(), pair.later());

    assertThat(bridges).hasSizeGreaterThan(1000);
    assertThat(causes(bridges))
        .containsExactlyInAnyOrder(
            Cause.LATE_CONVICTION, Cause.CORRECTED_RECORD, Cause.LINKAGE, Cause.OFFENDER_MIX);
    bridges.forEach(BridgePropertiesTest::addsUp);
  }

  @Property(tries = 2, seed = "20160229", shrinking = ShrinkingMode.OFF)
  void oneKindOfDifferenceIsNeverTakenForAnother(@ForAll @LongRange(min = 1, max = 999) long seed) {
    assertThat(causes(seed, Slip.LATE)).contains(Cause.LATE_CONVICTION);
    assertThat(causes(seed, Slip.LATE)).isSubsetOf(Cause.LATE_CONVICTION, Cause.OFFENDER_MIX);
    assertThat(causes(seed, Slip.CORRECTED)).contains(Cause.CORRECTED_RECORD);
    assertThat(causes(seed, Slip.CORRECTED)).isSubsetOf(Cause.CORRECTED_RECORD, Cause.OFFENDER_MIX);
    assertThat(causes(seed, Slip.RELINKED)).containsExactly(Cause.LINKAGE);
    assertThat(causes(seed, Slip.MOVED)).containsExactly(Cause.OFFENDER_MIX);
  }

  @Property(tries = 2, seed = "20160229", shrinking = ShrinkingMode.OFF)
  void withTheSameRecordsOnlyTheMethodMoves(@ForAll @LongRange(min = 1, max = 999) long seed) {
    World world = Snapshots.of(seed, Set.of()).later();
    try (BridgeRuns runs = new BridgeRuns()) {
      Path method =
          runs.method(
              """
              method: other
              proof_months: 3
              breach: {add: ["04600"], remove: []}
              attribution: {days_before: 0, days_after: 2}
              """);
      List<CellBridge> bridges =
          runs.bridge(runs.publish(world, null), runs.publish(world, method), "true");
      assertThat(causes(bridges)).containsExactly(Cause.METHOD_CHANGE);
    }
  }

  private static Set<Cause> causes(long seed, Slip slip) {
    Snapshots pair = Snapshots.of(seed, EnumSet.of(slip));
    return causes(bridges(pair.earlier(), pair.later()));
  }

  private static List<CellBridge> bridges(World earlier, World later) {
    try (BridgeRuns runs = new BridgeRuns()) {
      return runs.bridge(runs.publish(earlier, null), runs.publish(later, null), "true");
    }
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
      for (Shown shown : List.of(Shown.whole(movement, 2), Shown.publishable(movement, 1, 10))) {
        assertThat(shown.lines().stream().map(Line::points).reduce(shown.before(), BigDecimal::add))
            .as(bridge.cell().toString())
            .isEqualTo(shown.after());
        assertThat(shown.lines().stream().flatMap(line -> line.causes().stream()))
            .doesNotHaveDuplicates();
      }
      Shown publishable = Shown.publishable(movement, 2, 10);
      assertThat(publishable.lines())
          .noneMatch(line -> line.people() != null && line.people() > 0 && line.people() < 10);
    }
  }
}
