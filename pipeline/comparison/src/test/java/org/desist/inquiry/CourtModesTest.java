// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.desist.answer.OutcomeResult;
import org.desist.answer.OutcomeResult.Status;
import org.desist.inquiry.MeasuredOutcome.Reoffending;
import org.desist.inquiry.OutcomeMeasure.CourtModes;
import org.desist.method.Method;
import org.desist.method.MethodFile;
import org.junit.jupiter.api.Test;

class CourtModesTest {
  private static final Method METHOD = MethodFile.read(null);

  @Test
  void oneWithheldModeIsNotTheDifferenceOfTheTotalAndTheOthers() {
    List<OutcomeResult> results = results(5, 30, 40);

    assertThat(status(results, "rate")).isEqualTo(Status.TESTED);
    assertThat(status(results, "custodial_rate")).isEqualTo(Status.NOT_TESTED);
    for (String mode : Reoffending.COURT_MODES) {
      assertThat(status(results, "first_reoffence_" + mode)).isEqualTo(Status.SUPPRESSED);
      assertThat(status(results, "frequency_" + mode)).isEqualTo(Status.SUPPRESSED);
    }
  }

  @Test
  void modesOfEnoughPeopleAreTold() {
    assertThat(results(15, 30, 40))
        .extracting(OutcomeResult::status)
        .doesNotContain(Status.SUPPRESSED);
  }

  /** Of two hundred participants so many by mode of their only reoffence, of others a hundred. */
  private static List<OutcomeResult> results(int... people) {
    Units units = new PersonUnits().treated(200).pool(600).units();
    Reoffending reoffending = new Reoffending(units.size());
    for (int unit = 0; unit < units.size(); unit++) {
      int mode = units.treated()[unit] ? mode(unit, people) : mode(unit - 200, 100, 100, 100);
      double[] modes = new double[3];
      if (mode >= 0) {
        modes[mode] = 1;
      }
      reoffending.put(
          unit,
          mode >= 0 ? 1 : 0,
          mode >= 0 ? 1 + unit % 300 : Double.NaN,
          mode >= 0 ? Reoffending.COURT_MODES.get(mode) : null,
          0,
          modes);
    }
    OutcomeMeasure measure =
        new OutcomeMeasure(METHOD, PersonUnits.matched(units), reoffending.reoffended());
    return CourtModes.told(
        MeasuredOutcome.ALL.stream()
            .map(
                outcome ->
                    measure.measure(
                        "all",
                        "all",
                        outcome,
                        outcome.values().apply(reoffending),
                        outcome.people().apply(reoffending)))
            .toList());
  }

  private static int mode(int place, int... people) {
    int rest = place;
    for (int mode = 0; mode < people.length; mode++) {
      if (rest < people[mode]) {
        return mode;
      }
      rest -= people[mode];
    }
    return -1;
  }

  private static Status status(List<OutcomeResult> results, String outcome) {
    return results.stream()
        .filter(result -> result.outcome().equals(outcome))
        .findFirst()
        .orElseThrow()
        .status();
  }
}
