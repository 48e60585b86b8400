// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImmortalTimeTest {
  /** Of 100 participants with an end so many began, and ended, after the index date. */
  private static List<String> sentences(int started, int ended) {
    Units units = new PersonUnits().treated(100).pool(100).units();
    Arrays.fill(units.hasEnd(), 0, 100, true);
    Arrays.fill(units.isStartedAfter(), 0, started, true);
    Arrays.fill(units.isEndedAfter(), 0, ended, true);
    return ImmortalTime.of(PersonUnits.matched(units), 10);
  }

  @Test
  void whatIsKnownOnTheIndexDateIsNoImmortalTime() {
    assertThat(sentences(0, 0))
        .satisfiesExactly(
            start -> assertThat(start).startsWith("Immortal time at the start: none found."),
            end -> assertThat(end).startsWith("Immortal time at the end: none found."));
  }

  @Test
  void whatIsKnownLaterIsNamed() {
    assertThat(sentences(40, 100))
        .satisfiesExactly(
            start ->
                assertThat(start)
                    .contains("40% of the participants began after the index date")
                    .contains("favours the programme"),
            end ->
                assertThat(end)
                    .contains(
                        "completion and dose of all of the participants with an end recorded became known only after the index date")
                    .contains("are no effects of the programme"));
  }

  @Test
  void fewPeopleAreNotCounted() {
    assertThat(sentences(9, 91))
        .satisfiesExactly(
            start -> assertThat(start).contains("some of the participants began"),
            end -> assertThat(end).contains("most of the participants with an end"));
    assertThat(sentences(10, 90))
        .satisfiesExactly(
            start -> assertThat(start).contains("10% of the participants"),
            end -> assertThat(end).contains("90% of the participants"));
  }
}
