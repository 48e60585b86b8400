// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.desist.bridge.CellBridge.CellCounts;
import org.desist.bridge.Movement.Cause;
import org.desist.bridge.Movement.Change;
import org.desist.bridge.Movement.Share;
import org.desist.bridge.ShownMovement.Line;
import org.hipparchus.fraction.BigFraction;

/** The arithmetic, apart from where the counts come from. */
class MovementTest {
  /** Whatever the causes do to the counts, their points are what the figure moved by. */
  @Property(seed = "20160229")
  void thePartsAreTheDifferenceWhateverTheCountsAre(
      @ForAll @LongRange(min = 1, max = 400_000) long offenders,
      @ForAll @LongRange(min = 0, max = 400_000) long reoffenders,
      @ForAll @Size(12) List<@LongRange(min = -30_000, max = 30_000) Long> deltas,
      @ForAll @IntRange(min = 0, max = 9) int places) {
    Map<Cause, Change> changes = new EnumMap<>(Cause.class);
    long laterOffenders = offenders;
    long laterReoffenders = reoffenders;
    Iterator<Long> next = deltas.iterator();
    for (Cause cause : Cause.values()) {
      long more = next.next();
      long moreReoffenders = next.next();
      if (laterOffenders + more > 0) {
        changes.put(cause, new Change(Math.abs(more) + 1, moreReoffenders, more));
        laterOffenders += more;
        laterReoffenders += moreReoffenders;
      }
    }

    Movement movement =
        Movement.of(
            Figure.REOFFENDING_RATE,
            counts(offenders, reoffenders),
            counts(laterOffenders, laterReoffenders),
            changes);

    assertThat(movement.sum()).isEqualByComparingTo(movement.difference());
    for (ShownMovement shown :
        List.of(
            ShownMovement.whole(movement, places),
            ShownMovement.publishable(movement, places, 10))) {
      assertThat(shown.lines().stream().map(Line::points).reduce(shown.before(), BigDecimal::add))
          .isEqualTo(shown.after());
    }
    BigFraction unit = new BigFraction(1).divide(new BigFraction(10).pow(places));
    for (Line line : ShownMovement.whole(movement, places).lines()) {
      BigFraction exact =
          movement.shares().stream()
              .filter(share -> line.causes().contains(share.cause()))
              .map(Share::points)
              .reduce(BigFraction.ZERO, BigFraction::add);
      BigFraction shown =
          new BigFraction(line.points().unscaledValue()).divide(new BigFraction(10).pow(places));
      assertThat(shown.subtract(exact).abs()).as(line.toString()).isLessThan(unit);
    }
  }

  @Example
  void aCauseThatAddsNothingIsShownAsNothing() {
    // A third moved to a half: 16.67 points, of which the unit that rounding leaves over goes to a
    // cause that adds something.
    Movement movement =
        Movement.of(
            Figure.REOFFENDING_RATE,
            counts(3, 1),
            counts(6, 3),
            Map.of(Cause.LINKAGE, new Change(1, 1, 0), Cause.OFFENDER_MIX, new Change(3, 1, 3)));

    assertThat(ShownMovement.whole(movement, 0).lines())
        .extracting(line -> line.points().toPlainString())
        .containsExactly("0", "0", "22", "0", "-5");
    assertThat(ShownMovement.whole(movement, 0).difference()).isEqualByComparingTo("17");
  }

  @Example
  void causesOfFewPeopleArePutTogetherWithTheLeastOfTheOthers() {
    assertThat(
            lines(Map.of(Cause.LATE_CONVICTION, 40L, Cause.LINKAGE, 9L, Cause.OFFENDER_MIX, 12L)))
        .containsExactly(
            "[LATE_CONVICTION] 40",
            "[CORRECTED_RECORD] 0",
            "[METHOD_CHANGE] 0",
            "[LINKAGE, OFFENDER_MIX] null");
  }

  @Example
  void severalCausesOfFewPeopleCanBeEnough() {
    assertThat(
            lines(
                Map.of(Cause.LATE_CONVICTION, 40L, Cause.CORRECTED_RECORD, 5L, Cause.LINKAGE, 5L)))
        .containsExactly(
            "[LATE_CONVICTION] 40",
            "[METHOD_CHANGE] 0",
            "[OFFENDER_MIX] 0",
            "[CORRECTED_RECORD, LINKAGE] null");
  }

  @Example
  void theOnlyCauseKeepsItsNameAndNotItsPeople() {
    assertThat(lines(Map.of(Cause.LINKAGE, 9L)))
        .containsExactly(
            "[LATE_CONVICTION] 0",
            "[CORRECTED_RECORD] 0",
            "[METHOD_CHANGE] 0",
            "[OFFENDER_MIX] 0",
            "[LINKAGE] null");
  }

  @Example
  void tenPeopleAreEnough() {
    assertThat(lines(Map.of(Cause.LINKAGE, 10L)))
        .containsExactly(
            "[LATE_CONVICTION] 0",
            "[CORRECTED_RECORD] 0",
            "[LINKAGE] 10",
            "[METHOD_CHANGE] 0",
            "[OFFENDER_MIX] 0");
  }

  @Example
  void whatIsUnexplainedIsNeverHidden() {
    assertThat(lines(Map.of(Cause.UNEXPLAINED, 10L))).contains("[UNEXPLAINED] 10");
    assertThat(lines(Map.of(Cause.UNEXPLAINED, 1L))).contains("[UNEXPLAINED] null");
  }

  private static List<String> lines(Map<Cause, Long> people) {
    Map<Cause, Change> changes = new EnumMap<>(Cause.class);
    people.forEach((cause, number) -> changes.put(cause, new Change(number, number, 0)));
    long more = people.values().stream().mapToLong(Long::longValue).sum();
    Movement movement =
        Movement.of(Figure.REOFFENDING_RATE, counts(1000, 300), counts(1000, 300 + more), changes);
    return ShownMovement.publishable(movement, 2, 10).lines().stream()
        .map(line -> line.causes() + " " + line.people())
        .toList();
  }

  private static CellCounts counts(long offenders, long reoffenders) {
    return new CellCounts("final", offenders, reoffenders, reoffenders);
  }
}
