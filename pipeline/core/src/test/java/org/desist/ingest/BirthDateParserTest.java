// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthDateParserTest {
  @ParameterizedTest
  @CsvSource({
    "2021-06-30,1906-06-30",
    "2020-02-29,1905-03-01",
    "2020-03-01,1905-03-01",
    "2019-03-01,1904-02-29",
    "2019-02-28,1904-02-28"
  })
  void nobodyIsOlderThan115(LocalDate snapshot, LocalDate first) {
    assertThat(DateParsers.BirthDates.firstPlausible(snapshot)).isEqualTo(first);
  }
}
