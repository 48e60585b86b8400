// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundexTest {
  /** Examples of the United States National Archives. */
  @ParameterizedTest
  @CsvSource({
    "WASHINGTON, W252",
    "LEE, L000",
    "GUTIERREZ, G362",
    "PFISTER, P236",
    "JACKSON, J250",
    "TYMCZAK, T522",
    "ASHCRAFT, A261",
    "ROBERT, R163",
    "RUPERT, R163",
    "ÅØB, Å100",
  })
  void agreesWithPublishedExamples(String name, String code) {
    assertThat(Soundex.of(name)).isEqualTo(code);
  }
}
