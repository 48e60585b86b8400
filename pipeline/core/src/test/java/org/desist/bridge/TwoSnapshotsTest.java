// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.desist.ProjectFolder;
import org.desist.bridge.Bridge.BridgedRun;
import org.desist.bridge.Movement.Cause;
import org.desist.bridge.Movement.Share;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.identity.KeyFile;
import org.desist.oracle.Settings;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The people of data-samples/two-snapshots, worked out by hand in its README. */
class TwoSnapshotsTest {
  private static final Path SAMPLE = ProjectFolder.file("data-samples", "two-snapshots");
  private static final Settings QUARTER = Settings.between("2017-07-01", "2017-07-01");
  private static final String LONDON =
      "cohort_window = 'quarter' and geography_type = 'region' and geography_code = 'J'"
          + " and breakdown = 'total'";

  private static BridgeRuns runs;
  private static BridgedRun march;
  private static BridgedRun june;
  private static BridgedRun otherMethod;

  @BeforeAll
  static void publish() {
    runs = new BridgeRuns();
    march = publish("2019-03-31", null, "person");
    june = publish("2019-06-30", null, "person");
    otherMethod = publish("2019-06-30", SAMPLE.resolve("method.yaml"), "person");
  }

  @AfterAll
  static void close() {
    runs.close();
  }

  private static BridgedRun publish(String snapshot, Path method, String key) {
    return runs.publish(
        SAMPLE.resolve("snapshot-" + snapshot),
        LocalDate.parse(snapshot),
        QUARTER,
        method,
        runs.key(key));
  }

  @Test
  void everyCauseMovesTheRateOnce() {
    Movement rate = london(march, otherMethod).movements().get(0);

    // 10 of 40 became 13 of 40: with m = 28.75 per cent, a person who came in added 71.25 / 40.
    assertThat(rate.before()).isEqualTo(new BigFraction(25));
    assertThat(rate.after()).isEqualTo(new BigFraction(65, 2));
    assertThat(rate.shares())
        .containsExactly(
            new Share(Cause.LATE_CONVICTION, 2, new BigFraction(5)),
            new Share(Cause.CORRECTED_RECORD, 1, new BigFraction(-5, 2)),
            new Share(Cause.LINKAGE, 1, new BigFraction(7125, 4000)),
            new Share(Cause.METHOD_CHANGE, 1, new BigFraction(5, 2)),
            new Share(Cause.OFFENDER_MIX, 3, new BigFraction(2875, 4000)),
            new Share(Cause.UNEXPLAINED, 0, BigFraction.ZERO));
    assertThat(ShownMovement.whole(rate, 2).lines())
        .extracting(line -> line.points().toPlainString())
        .containsExactly("5.00", "-2.50", "1.78", "2.50", "0.72");
  }

  @Test
  void everyCauseMovesTheFrequencyByItsOwn() {
    Movement frequency = london(march, otherMethod).movements().get(1);

    // 18 reoffences of 10 became 21 of 13.
    assertThat(frequency.before()).isEqualTo(new BigFraction(18, 10));
    assertThat(frequency.after()).isEqualTo(new BigFraction(21, 13));
    BigFraction one =
        BigFraction.ONE
            .subtract(new BigFraction(18, 10).add(new BigFraction(21, 13)).divide(2))
            .divide(new BigFraction(23, 2));
    assertThat(frequency.shares())
        .containsExactly(
            new Share(Cause.LATE_CONVICTION, 2, one.multiply(2)),
            new Share(Cause.CORRECTED_RECORD, 1, one.negate()),
            new Share(Cause.LINKAGE, 1, one),
            new Share(Cause.METHOD_CHANGE, 1, one),
            new Share(Cause.OFFENDER_MIX, 2, BigFraction.ZERO),
            new Share(Cause.UNEXPLAINED, 0, BigFraction.ZERO));
  }

  @Test
  void underOneMethodNothingIsTheMethods() {
    Movement rate = london(march, june).movements().get(0);

    assertThat(rate.after()).isEqualTo(new BigFraction(30));
    assertThat(rate.shares())
        .filteredOn(share -> share.cause() == Cause.METHOD_CHANGE)
        .containsExactly(new Share(Cause.METHOD_CHANGE, 0, BigFraction.ZERO));
    assertThat(ShownMovement.whole(rate, 2).lines())
        .extracting(line -> line.points().toPlainString())
        .containsExactly("5.00", "-2.50", "1.81", "0.00", "0.69");
  }

  @Test
  void ofOneSnapshotEverythingIsTheMethods() {
    assertThat(london(june, otherMethod).movements().get(0).shares())
        .filteredOn(share -> share.people() > 0)
        .containsExactly(new Share(Cause.METHOD_CHANGE, 1, new BigFraction(5, 2)));
  }

  @Test
  void nationwideNobodyMovesIntoTheCell() {
    CellBridge nation =
        runs.bridge(march, june, "geography_type = 'national' and breakdown = 'total'").get(0);

    assertThat(nation.movements().get(0).shares())
        .extracting(Share::people)
        .containsExactly(2L, 1L, 1L, 0L, 0L, 0L);
  }

  @Test
  void aVersionDoesNotMoveAgainstItself() {
    for (Movement movement : london(june, june).movements()) {
      assertThat(movement.shares())
          .allMatch(share -> share.people() == 0 && share.points().isZero());
    }
  }

  @Test
  void peopleOfAnotherKeyCannotBeCompared() {
    KeyFile.create(runs.key("other"));
    BridgedRun other = publish("2019-06-30", null, "other");

    assertThatThrownBy(() -> london(march, other))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_KEY))
        .hasMessageContaining("42 of them have another key")
        .hasMessageContaining("with the other's key");
  }

  @Test
  void aRunThatWasPrunedCannotBeBridged() throws IOException {
    BridgedRun pruned = publish("2019-06-30", null, "person");
    Path store = pruned.folder().stage("store");
    try (Stream<Path> all = Files.walk(store)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }

    assertThatThrownBy(() -> london(march, pruned))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RUN_PRUNED))
        .hasMessageContaining(store + " has been removed")
        .hasMessageContaining("--again");
  }

  private static CellBridge london(BridgedRun earlier, BridgedRun later) {
    List<CellBridge> bridges = runs.bridge(earlier, later, LONDON);
    assertThat(bridges).hasSize(1);
    return bridges.get(0);
  }
}
