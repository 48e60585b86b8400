// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameNormaliserTest {
  @ParameterizedTest
  @CsvSource({
    "Smith,SMITH",
    "mcDonald,MCDONALD",
    "O''Neil,ONEIL",
    "Smith-Jones,SMITHJONES",
    "'  van der  Berg ',VANDERBERG",
    "Smith2,SMITH",
    "Zoë,ZOE",
    "ZOË,ZOE",
    "Zoe\u0308,ZOE",
    "Müller,MULLER",
    "Strauß,STRAUSS",
    "ﬁnch,FINCH",
    "Ñuñez,NUNEZ",
    "Søren,SOREN",
    "Łukasz,LUKASZ",
    "łøđðħŧæœþßŋı,LODDHTAEOETHSSNI",
    "ŁØĐÐĦŦÆŒÞẞŊİ,LODDHTAEOETHSSNI",
    "Ǿ,O",
    "ǽ,AE",
    "Ｗｉｄｅ,WIDE",
    "Mª,MA",
    "Ɨ,Ɨ",
    "ılhan,ILHAN",
    "İlhan,ILHAN",
    "李小龍,李小龍",
    "O’Neil,ONEIL",
    "Ş\u0327ahin,SAHIN",
    "Ǆ,DZ",
    "𐐨,𐐀"
  })
  void namesBecomeComparable(String name, String comparable) {
    assertThat(NameNormaliser.normalise(name)).isEqualTo(comparable);
  }

  @Test
  void lettersThatStandForSeveralAreSpelledOut() {
    // The apostrophe of this letter is a modifier letter, and so stays.
    assertThat(NameNormaliser.normalise("ŉ")).isEqualTo("ʼN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "'", "123", "\u0301", "’", "٣"})
  void nameWithoutALetterIsNone(String name) {
    assertThat(NameNormaliser.normalise(name)).isNull();
  }

  @Test
  void noNameHasNone() {
    assertThat(NameNormaliser.normalise(null)).isNull();
  }

  @Test
  void defaultLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(NameNormaliser.normalise("ilhané")).isEqualTo("ILHANE");
      assertThat(NameNormaliser.normalise("ilhan")).isEqualTo("ILHAN");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Property
  void normalisingTwiceChangesNothing(@ForAll String name) {
    String once = NameNormaliser.normalise(name);

    assertThat(NameNormaliser.normalise(once)).isEqualTo(once);
  }

  @Property
  void onlyLettersStay(@ForAll String name) {
    String comparable = NameNormaliser.normalise(name);

    if (comparable != null) {
      assertThat(comparable).isNotEmpty();
      assertThat(comparable.codePoints()).allMatch(Character::isLetter);
    }
  }

  @Property
  void shortCutForAsciiAgreesWithTheLongWay(
      @ForAll @AlphaChars @Chars({'-', ' ', '\''}) String name) {
    // An accent on its own leaves no letter, but sends the name the long way.
    assertThat(NameNormaliser.normalise(name)).isEqualTo(NameNormaliser.normalise(name + "\u0301"));
  }
}
