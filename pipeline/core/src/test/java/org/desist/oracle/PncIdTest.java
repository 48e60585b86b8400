// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PncIdTest {
  private static final LocalDate SNAPSHOT = LocalDate.of(2018, 12, 31);

  @ParameterizedTest
  @CsvSource({
    "2003/0011985X, 2003/0011985X",
    "2008/0056560Z, 2008/0056560Z",
    "03/11985X, 2003/0011985X",
    "0311985X, 2003/0011985X",
    "20030011985X, 2003/0011985X",
    "2003011985X, 2003/0011985X",
    "030011985X, 2003/0011985X",
    "2003/11985X, 2003/0011985X",
  })
  void everyWayOfWritingAnIdBecomesTheLongForm(String written, String canonical) {
    assertThat(PncId.canonical(written, SNAPSHOT)).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2003/0011985Y", "2003/0011986X", "2003/0011985I", "2003-0011985X", "X", "", "0x"})
  void anIdWithAWrongLetterOrOfAnotherFormIsMissing(String written) {
    assertThat(PncId.canonical(written, SNAPSHOT)).isEmpty();
  }

  @Test
  void aTwoDigitYearAfterTheSnapshotIsOfTheLastCentury() {
    String serial = "/1" + PncId.letter(19, 1);
    assertThat(PncId.canonical("19" + serial, SNAPSHOT))
        .contains("1919/0000001" + serial.charAt(2));
    assertThat(PncId.canonical("19" + serial, SNAPSHOT.plusDays(1)))
        .contains("2019/0000001" + serial.charAt(2));
  }

  @Test
  void anyOneWrongDigitIsFound() {
    for (int place = 0; place < 7; place++) {
      char[] digits = "0011985".toCharArray();
      digits[place] = digits[place] == '9' ? '8' : (char) (digits[place] + 1);
      assertThat(PncId.canonical("2003/" + new String(digits) + "X", SNAPSHOT)).isEmpty();
    }
  }
}
