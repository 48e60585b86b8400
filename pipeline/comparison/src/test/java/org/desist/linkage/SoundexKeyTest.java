// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.desist.linkage.BlockingRule.BlockingKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundexKeyTest {
  /** Examples of the United States National Archives, and what is no letter: it parts sounds. */
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
    "O'NEIL, O540",
    "MAC CABE, M221",
    "SMITH-THOMAS, S533",
    "A-B, A100",
    "C-K, C200",
    "CK, C000",
  })
  void agreesWithPublishedExamples(String name, String code) {
    assertThat(BlockingKey.soundex(name)).isEqualTo(code);
  }
}
