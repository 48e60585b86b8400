// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.desist.generate.WrittenIdentity.WrittenPncId;
import org.junit.jupiter.api.Test;

class WrittenPncIdTest {
  @Test
  void publishedIdsHaveTheirLetters() {
    assertThat(new WrittenPncId(2003, 11985).longForm()).isEqualTo("2003/0011985X");
    assertThat(new WrittenPncId(2008, 56560).longForm()).isEqualTo("2008/0056560Z");
  }

  @Test
  void theThreeFormsCarryOneId() {
    WrittenPncId id = new WrittenPncId(2003, 11985);
    assertThat(id.shortForm()).isEqualTo("03/11985X");
    assertThat(id.bareForm()).isEqualTo("20030011985X");
  }

  @Property(tries = 200)
  void aWrongFormIsWrongButLooksRight(
      @ForAll @IntRange(min = 1990, max = 2029) int year,
      @ForAll @IntRange(min = 1, max = 9_999_999) int serial) {
    WrittenPncId id = new WrittenPncId(year, serial);
    assertThat(id.wrongForm())
        .isNotEqualTo(id.longForm())
        .startsWith(id.longForm().substring(0, 12))
        .matches("^(\\d{2}|\\d{4})/?\\d{1,7}[A-HJ-NP-RT-Z]$");
  }

  @Test
  void neverShowsItselfInText() {
    assertThat(new WrittenPncId(2003, 11985)).hasToString("WrittenPncId[2003/*******]");
  }
}
