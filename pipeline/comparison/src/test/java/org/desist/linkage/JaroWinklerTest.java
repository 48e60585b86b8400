// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaroWinklerTest {
  /** Winkler's own examples, as his papers print them (three places). */
  @ParameterizedTest
  @CsvSource({
    "SHACKLEFORD, SHACKELFORD, 0.982",
    "DUNNINGHAM, CUNNIGHAM, 0.896",
    "NICHLESON, NICHULSON, 0.956",
    "MASSEY, MASSIE, 0.933",
    "ABROMS, ABRAMS, 0.922",
    "MARTHA, MARHTA, 0.961",
    "JONES, JOHNSON, 0.832",
    "DWAYNE, DUANE, 0.840",
  })
  void agreesWithPublishedExamples(String a, String b, double expected) {
    assertThat(JaroWinkler.similarity(a, b)).isCloseTo(expected, within(0.0005));
    assertThat(JaroWinkler.similarity(b, a)).isCloseTo(expected, within(0.0005));
  }

  @Test
  void isOneForEqualAndZeroForNothingInCommon() {
    assertThat(JaroWinkler.similarity("A", "A")).isEqualTo(1);
    assertThat(JaroWinkler.similarity("ABC", "XYZ")).isZero();
  }

  @Test
  void looksAtTheFirstSixtyFourLettersOnly() {
    String longest = "AB".repeat(JaroWinkler.LONGEST / 2);

    assertThat(JaroWinkler.similarity(longest + "X", longest + "Y")).isEqualTo(1);
  }
}
