// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.desist.inquiry.MeasuredOutcome.Reoffending;
import org.junit.jupiter.api.Test;

class MeasuredOutcomeTest {
  @Test
  void allAreMeasuredWhenNoneIsNamed() {
    assertThat(MeasuredOutcome.asked(List.of()))
        .extracting(MeasuredOutcome::code)
        .containsExactly(
            "rate",
            "frequency",
            "days_to_first_reoffence",
            "first_reoffence_indictable_only",
            "frequency_indictable_only",
            "first_reoffence_either_way",
            "frequency_either_way",
            "first_reoffence_summary",
            "frequency_summary",
            "custodial_rate",
            "custodial_frequency");
  }

  @Test
  void theHeadlineIsAlwaysMeasured() {
    assertThat(MeasuredOutcome.asked(List.of("custodial_reoffence")))
        .extracting(MeasuredOutcome::code)
        .containsExactly("rate", "custodial_rate", "custodial_frequency");
  }

  @Test
  void whatAPersonDidIsReadAsEachOutcomeNeedsIt() {
    Reoffending what = new Reoffending(3);
    what.put(0, 3, 40, "either_way", 2, new double[] {0, 2, 1});
    what.put(1, 0, Double.NaN, null, 0, new double[3]);
    what.put(2, 1, 7, null, 0, new double[3]);

    assertThat(values("rate", what)).containsExactly(1, 0, 1);
    assertThat(values("frequency", what)).containsExactly(3, 0, 1);
    assertThat(values("days_to_first_reoffence", what)).containsExactly(40, Double.NaN, 7);
    assertThat(values("first_reoffence_either_way", what)).containsExactly(1, 0, 0);
    assertThat(values("first_reoffence_summary", what)).containsExactly(0, 0, 0);
    assertThat(values("frequency_either_way", what)).containsExactly(2, 0, 0);
    assertThat(values("frequency_summary", what)).containsExactly(1, 0, 0);
    assertThat(values("custodial_rate", what)).containsExactly(1, 0, 0);
    assertThat(values("custodial_frequency", what)).containsExactly(2, 0, 0);
    // Whoever has one counts, however often.
    assertThat(outcome("frequency_either_way").people().apply(what)).containsExactly(1, 0, 0);
    assertThat(outcome("days_to_first_reoffence").people().apply(what)).containsExactly(1, 0, 1);
  }

  private static double[] values(String code, Reoffending what) {
    return outcome(code).values().apply(what);
  }

  private static MeasuredOutcome outcome(String code) {
    return MeasuredOutcome.ALL.stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
