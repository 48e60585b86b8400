// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.desist.linkage.Linkage.LinkDecision;
import org.desist.linkage.Linkage.LinkOutcome;
import org.junit.jupiter.api.Test;

class ThresholdTableTest {
  @Test
  void countsLinksAgainstTheTruth() {
    List<LinkDecision> decisions =
        List.of(
            decision("1", "a", LinkOutcome.LINKED),
            decision("2", "x", LinkOutcome.LINKED),
            decision("3", "c", LinkOutcome.NOT_CLEAR),
            decision("4", "d", LinkOutcome.LINKED));

    LinkQuality quality =
        ThresholdTable.quality(decisions, Map.of("1", "a", "2", "b", "3", "c", "5", "e"));

    assertThat(quality).isEqualTo(new LinkQuality(3, 1, 4));
    assertThat(quality.precision()).isEqualTo(1.0 / 3);
    assertThat(quality.recall()).isEqualTo(0.25);
  }

  @Test
  void printsATable() {
    ThresholdTable table =
        new ThresholdTable(
            List.of(
                new ThresholdTable.Row(-2, new LinkQuality(4, 3, 5)),
                new ThresholdTable.Row(10, new LinkQuality(0, 0, 5))));

    assertThat(table.markdown())
        .isEqualTo(
            """
            | threshold | links | precision | recall |
            | ---: | ---: | ---: | ---: |
            | -2 | 4 | 0.7500 | 0.6000 |
            | 10 | 0 | n/a | 0.0000 |
            """);
  }

  private static LinkDecision decision(String id, String candidate, LinkOutcome outcome) {
    return new LinkDecision(0, id, candidate, 5, 5, outcome);
  }
}
