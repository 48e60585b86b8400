// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desist.bridge.Bridge.BridgedRun;
import org.desist.bridge.CellBridge.RateCell;
import org.desist.bridge.Movement.Share;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which cause a movement has, and which goes first: see {@link Stories}. */
class CausesTest {
  private static final Map<String, CellBridge> CELLS = new TreeMap<>();

  @BeforeAll
  static void bridge() {
    Snapshots snapshots = Stories.told();
    try (BridgeRuns runs = new BridgeRuns()) {
      BridgedRun earlier = runs.publish(snapshots.earlier(), null);
      BridgedRun later = runs.publish(snapshots.later(), null);
      // The mart of people has no column of the last two.
      String cells =
          "cohort_window <> 'year' and cohort_start = date '2016-01-01'"
              + " and geography_type not in ('resettlement_area', 'prison_operator')";
      runs.bridge(earlier, later, cells).forEach(bridge -> CELLS.put(name(bridge.cell()), bridge));
    }
  }

  @AfterAll
  static void forget() {
    CELLS.clear();
  }

  @Test
  void anEarlierEntryThatCameLateIsALateConviction() {
    assertThat(rate("03")).containsExactly("LATE_CONVICTION 1");
  }

  @Test
  void anEventThatIsGoneIsACorrectedRecord() {
    assertThat(rate("04")).containsExactly("CORRECTED_RECORD 1");
  }

  @Test
  void anEventThatWasRefusedBeforeIsACorrectedRecord() {
    assertThat(rate("05")).containsExactly("CORRECTED_RECORD 1");
  }

  @Test
  void aReleaseThatCameLateIsACorrectedRecord() {
    assertThat(rate("06")).containsExactly("CORRECTED_RECORD 1");
  }

  @Test
  void aReleaseThatChangesHandsIsLinkageForBoth() {
    assertThat(moved("quarter police_force 07 total total")).isEmpty();
    // The two trade places: neither the rate nor anything in it moves.
    assertThat(CELLS.get("quarter police_force 07 total total").earlier().offenders()).isEqualTo(2);
    assertThat(shares("quarter police_force 07 total total")).containsExactly("LINKAGE 2");
  }

  @Test
  void aCaseThatIsLinkedMovesItsPersonByLinkage() {
    assertThat(shares("quarter provider C17 total total")).containsExactly("LINKAGE 1");
    assertThat(rate("10")).isEmpty();
  }

  @Test
  void anotherBandIsAnotherMixWhateverChangedIt() {
    assertThat(shares("quarter police_force 11 previous_offences_band 1-2"))
        .containsExactly("OFFENDER_MIX 1");
    assertThat(shares("quarter police_force 11 previous_offences_band 0"))
        .containsExactly("OFFENDER_MIX 1");
    assertThat(rate("11")).isEmpty();
    assertThat(shares("quarter police_force 12 sex F")).containsExactly("OFFENDER_MIX 1");
  }

  @Test
  void aBirthDateThatComesInIsACorrectedRecord() {
    assertThat(rate("13")).containsExactly("CORRECTED_RECORD 1");
  }

  @Test
  void aLateConvictionGoesBeforeACorrection() {
    // A reoffender either way, of two reoffences and not one.
    assertThat(rate("14")).isEmpty();
    assertThat(shares(CELLS.get("quarter police_force 14 total total").movements().get(1)))
        .containsExactly("LATE_CONVICTION 1");
  }

  @Test
  void whatDoesNotCountIsNoCause() {
    assertThat(rate("16")).containsExactly("CORRECTED_RECORD 1");
  }

  @Test
  void aConvictionGivenToSomebodyElseIsACorrectedRecordForBoth() {
    assertThat(rate("17")).containsExactly("CORRECTED_RECORD 2");
  }

  @Test
  void inFourQuartersAPersonMayHaveSeveralCauses() {
    assertThat(rate("20")).containsExactly("LATE_CONVICTION 1");
    assertThat(shares("four_quarters police_force 20 total total"))
        .containsExactly("LATE_CONVICTION 1", "CORRECTED_RECORD 1");
  }

  private static List<String> rate(String force) {
    return shares("quarter police_force " + force + " total total");
  }

  private static List<String> shares(String cell) {
    assertThat(CELLS).containsKey(cell);
    return shares(CELLS.get(cell).movements().get(0));
  }

  private static List<String> shares(Movement movement) {
    return movement.shares().stream()
        .filter(share -> share.people() > 0)
        .map(share -> share.cause() + " " + share.people())
        .toList();
  }

  private static List<Share> moved(String cell) {
    assertThat(CELLS).containsKey(cell);
    return CELLS.get(cell).movements().get(0).shares().stream()
        .filter(share -> !share.points().isZero())
        .toList();
  }

  private static String name(RateCell cell) {
    return String.join(
        " ",
        cell.cohortWindow(),
        cell.geographyType(),
        cell.geographyCode(),
        cell.breakdown(),
        cell.category());
  }
}
