// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PncIdTest {
  private static final int SNAPSHOT_YEAR = 2021;

  @ParameterizedTest
  @CsvSource({
    "2003/0011985X, 2003/0011985X",
    "2008/0056560Z, 2008/0056560Z",
    "2003/11985X, 2003/0011985X",
    "03/0011985X, 2003/0011985X",
    "03/11985X, 2003/0011985X",
    "20030011985X, 2003/0011985X",
    // Ten digits have a four-digit year.
    "2003011985X, 2003/0011985X",
    // Nine digits and fewer have a two-digit one.
    "030011985X, 2003/0011985X",
    "0311985X, 2003/0011985X",
  })
  void formsOfOneIdAreReadAlike(String text, String canonical) {
    assertThat(PncId.canonical(text, SNAPSHOT_YEAR)).contains(canonical);
  }

  @Test
  void twoDigitYearsAfterTheSnapshotsAreOfTheCenturyBefore() {
    assertThat(PncId.canonical("21/1" + PncId.checkLetter(21, 1), SNAPSHOT_YEAR))
        .contains("2021/0000001" + PncId.checkLetter(21, 1));
    assertThat(PncId.canonical("22/1" + PncId.checkLetter(22, 1), SNAPSHOT_YEAR))
        .contains("1922/0000001" + PncId.checkLetter(22, 1));
    assertThat(PncId.canonical("22/1" + PncId.checkLetter(22, 1), 2022))
        .contains("2022/0000001" + PncId.checkLetter(22, 1));
    assertThat(PncId.canonical("98/1" + PncId.checkLetter(98, 1), 1999))
        .contains("1998/0000001" + PncId.checkLetter(98, 1));
  }

  @Test
  void checkLetterIsOfTheTwoDigitYear() {
    assertThat(PncId.checkLetter(2003, 11985)).isEqualTo('X');
    assertThat(PncId.checkLetter(3, 11985)).isEqualTo('X');
    assertThat(PncId.checkLetter(2008, 56560)).isEqualTo('Z');
    assertThat(PncId.checkLetter(0, 0)).isEqualTo('Z');
    assertThat(PncId.checkLetter(0, 22)).isEqualTo('Y');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "X",
        "03X",
        "03/X",
        "/11985X",
        "003/11985X",
        "20031/11985X",
        "2003/00119850X",
        "200300119850X",
        "03//11985X",
        "03/119/85X",
        "2003/0011985",
        "2003/0011985x",
        "2003/0011985I",
        "2003/0011985O",
        "2003/0011985S",
        "2003/0011985XX",
        " 03/11985X",
        "03/11985X ",
        "03/ 11985X",
        "03-11985X",
        "٠٣/11985X",
        "AB/CDEFGHX"
      })
  void textOfAnotherFormIsNoId(String text) {
    assertThat(PncId.read(text.toCharArray(), 0, text.length(), SNAPSHOT_YEAR))
        .isEqualTo(PncId.NOT_AN_ID);
    assertThat(PncId.canonical(text, SNAPSHOT_YEAR)).isEmpty();
  }

  @Test
  void wrongLetterIsToldFromWrongForm() {
    String text = "2003/0011985Y";

    assertThat(PncId.read(text.toCharArray(), 0, text.length(), SNAPSHOT_YEAR))
        .isEqualTo(PncId.WRONG_LETTER);
    assertThat(PncId.canonical(text, SNAPSHOT_YEAR)).isEmpty();
  }

  @Test
  void idIsReadInTheMiddleOfABuffer() {
    char[] buffer = "abc,03/11985X,def".toCharArray();
    byte[] target = new byte[PncId.LENGTH + 2];

    PncId.write(PncId.read(buffer, 4, 9, SNAPSHOT_YEAR), target, 1);

    assertThat(new String(target, 1, PncId.LENGTH, StandardCharsets.US_ASCII))
        .isEqualTo("2003/0011985X");
  }

  @Property
  void everyWritingOfAnIdHasOneCanonicalForm(
      @ForAll @IntRange(min = 1922, max = SNAPSHOT_YEAR) int year,
      @ForAll @IntRange(max = 9_999_999) int serial) {
    char letter = PncId.checkLetter(year, serial);
    String canonical = String.format(Locale.ROOT, "%04d/%07d%c", year, serial, letter);
    String shortYear = String.format(Locale.ROOT, "%02d", year % 100);

    assertThat(PncId.canonical(canonical, SNAPSHOT_YEAR)).contains(canonical);
    assertThat(PncId.canonical(canonical.replace("/", ""), SNAPSHOT_YEAR)).contains(canonical);
    assertThat(PncId.canonical(shortYear + "/" + serial + letter, SNAPSHOT_YEAR))
        .contains(canonical);
    assertThat(PncId.canonical(shortYear + serial + letter, SNAPSHOT_YEAR)).contains(canonical);
  }

  @Property
  void oneWrongDigitIsAlwaysNoticed(
      @ForAll @IntRange(max = 99) int year,
      @ForAll @IntRange(max = 9_999_999) int serial,
      @ForAll @IntRange(max = 6) int place,
      @ForAll @IntRange(min = 1, max = 9) int shift) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT, "%02d/%07d%c", year, serial, PncId.checkLetter(year, serial)));
    int digit = text.charAt(3 + place) - '0';
    text.setCharAt(3 + place, (char) ('0' + (digit + shift) % 10));

    assertThat(PncId.canonical(text.toString(), SNAPSHOT_YEAR)).isEmpty();
  }
}
