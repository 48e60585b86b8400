// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void namesWhatASlipMeant() {
    List<String> types = List.of("national", "region", "contract_area", "delivery_unit");

    assertThat(Nearest.to("nationl", types)).contains("national");
    assertThat(Nearest.to("REGOIN", types)).contains("region");
    assertThat(Nearest.to("contract area", types)).contains("contract_area");
    assertThat(Nearest.to("pnc_id", List.of("p_id", "PNC ID"))).contains("PNC ID");
    assertThat(Nearest.to("C99", List.of("C01", "C09", "N01"))).contains("C09");
    assertThat(Nearest.to("j", List.of("I", "J", "K"))).contains("J");
  }

  @Test
  void countsASwapOfNeighboursAsOneSlip() {
    assertThat(Nearest.to("abdc", List.of("abxx", "abcd"))).contains("abcd");
  }

  @Test
  void takesTheFirstOfThoseEquallyNear() {
    assertThat(Nearest.to("C0X", List.of("C02", "C01"))).contains("C02");
  }

  @Test
  void guessesNothingFromWhatIsAltogetherDifferent() {
    assertThat(Nearest.to("Z", List.of("A", "B"))).isEmpty();
    assertThat(Nearest.to("planet", List.of("national", "region"))).isEmpty();
    assertThat(Nearest.to("", List.of("EW"))).isEmpty();
    assertThat(Nearest.to("EW", List.of())).isEmpty();
  }
}
