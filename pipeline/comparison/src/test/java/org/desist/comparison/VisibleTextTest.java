// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.desist.comparison.CovariateColumns.Column;
import org.desist.comparison.LogisticFit.Collinearity;
import org.desist.comparison.Term.TermWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {
  @ParameterizedTest
  @CsvSource({
    "M,m,true",
    "Jos\u00e9,Jose\u0301,true",
    "north east,north\u00a0east,true",
    "18-24,18\u201324,true",
    "O'Neil,O\u2019Neil,true",
    "M,\u041c,true",
    "1,01,true",
    "1,1.0,true",
    "1,\uff11,true",
    "east,ea\u200bst,true",
    "Jose,Jos\u00e9,false",
    "1,10,false",
    "north,south,false"
  })
  void whatLooksAlikeHasOneKey(String left, String right, boolean isAlike) {
    assertThat(VisibleText.key(left).equals(VisibleText.key(right))).isEqualTo(isAlike);
  }

  @Test
  void levelsThatCannotBeToldApartAreInQuotesWithEscapes() {
    List<Column> columns =
        CovariateColumns.all(
            List.of(
                Covariate.text(
                    "a", Arrays.asList("M", "\u041c", "Jos\u00e9", "x\ny", "a\u200bb", "m"))));

    assertThat(columns)
        .map(column -> column.term().title())
        .containsExactly(
            "a_Jos\u00e9", "a_M", "a_\"a\\u200Bb\"", "a_m", "a_\"x\\ny\"", "a_\"\\u041C\"");
  }

  @Test
  void theLevelMissingIsNotTheAbsenceOfOne() {
    assertThat(
            CovariateColumns.all(
                List.of(Covariate.text("need", Arrays.asList("missing", "low", null)))))
        .map(column -> column.term().title())
        .containsExactly("need_low", "need_\"missing\"", "need_missing");
  }

  @Test
  void aMessageHasAFewShortLevelsOnOneLine() {
    List<Term> few =
        List.of(
            Term.level("area", "a\tvery long name of a place somewhere", 5),
            Term.level("area", "b", 5),
            Term.level("area", "c", 5),
            Term.level("area", "d", 5),
            Term.number("age"));

    assertThat(TermWords.of(few))
        .isEqualTo(
            "area (4 of its 5 values: 'a\\tvery long name of a pl'..., 'b', 'c' and 1 more), age");
  }

  @Test
  void aMessageHasNoneOfManyLevels() {
    List<Term> many = new ArrayList<>();
    for (int i = 1; i < 80; i++) {
      many.add(Term.level("birth", "1984-01-" + i, 80));
    }
    assertThat(TermWords.of(many)).isEqualTo("birth (79 of its 80 values)");
    Term product = Term.product(many.get(0), Term.number("age"), 79);
    assertThat(TermWords.of(List.of(product))).isEqualTo("birth:age (1 of its 79 values)");
    assertThat(new Collinearity(Term.number("x"), many))
        .hasToString("x (a combination of birth (79 of its 80 values))");
  }
}
