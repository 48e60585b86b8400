// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.desist.linkage.MatchModel.TermWeights;
import org.desist.linkage.PersonList.Identifiers;
import org.junit.jupiter.api.Test;

class TermWeightsTest {
  @Test
  void rareNamesGainAndCommonNamesLose() {
    List<Identifiers> list = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      list.add(new Identifiers("S" + i, "Smith", "A", null, "M"));
    }
    list.add(new Identifiers("F1", "Featherstone", "A", null, "M"));
    list.add(new Identifiers("F2", "Haddock", "A", null, "M"));
    list.add(new Identifiers("N", null, "A", null, "M"));

    double[] weights = TermWeights.of(PersonList.of(list), PersonList.SURNAME);

    // Strangers agree with (36 + 1 + 1) / 64; Smith has 7 of 9, a name seen once 2 of 9.
    assertThat(weights[0]).isCloseTo(Math.log(38.0 / 64 / (7.0 / 9)) / Math.log(2), within(1e-12));
    assertThat(weights[6]).isCloseTo(Math.log(38.0 / 64 / (2.0 / 9)) / Math.log(2), within(1e-12));
    assertThat(weights[7]).isEqualTo(weights[6]);
    assertThat(weights[8]).isZero();
  }
}
