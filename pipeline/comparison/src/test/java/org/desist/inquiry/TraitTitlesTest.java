// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.desist.comparison.Term;
import org.desist.comparison.Term.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraitTitlesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LEVEL | ethnicity | Black | ethnicity: Black",
        "LEVEL | index_category | COURT_ORDER | index disposal: court order",
        "MISSING | drugs | '' | need: drugs: not known",
        "NUMBER | ogrs3 | '' | risk score (OGRS3)",
        "NUMBER | age_squared | '' | age, squared",
        "LEVEL | sex | F | sex: women",
        "LEVEL | region | J | region: London",
        "LEVEL | quarter | 2016-01-01 | quarter: 2016-01-01"
      })
  void termsAreTold(Kind kind, String column, String level, String title) {
    assertThat(TraitTitles.of(new Term(kind, column, level))).isEqualTo(title);
  }
}
