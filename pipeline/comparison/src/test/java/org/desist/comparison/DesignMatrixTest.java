// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.desist.comparison.DesignMatrix.Interaction;
import org.desist.error.DesistException;
import org.junit.jupiter.api.Test;

class DesignMatrixTest {
  @Test
  void textBecomesIndicatorsWithTheFirstLevelInSortOrderAsReference() {
    DesignMatrix design =
        DesignMatrix.of(List.of(Covariate.text("race", Arrays.asList("white", "black", "other"))));

    assertThat(design.terms())
        .map(Term::name)
        .containsExactly("(Intercept)", "raceother", "racewhite");
    assertThat(design.terms())
        .map(Term::title)
        .containsExactly("(Intercept)", "race_other", "race_white");
    assertThat(rows(design)).isEqualTo("1 0 1; 1 0 0; 1 1 0");
  }

  @Test
  void missingValuesBecomeAnIndicatorBesideTheMean() {
    DesignMatrix design =
        DesignMatrix.of(
            List.of(
                Covariate.number("age", 20, Double.NaN, 40),
                Covariate.text("need", Arrays.asList("a", "b", null))));

    assertThat(design.terms())
        .map(Term::name)
        .containsExactly("(Intercept)", "age", "age_missing", "needb", "need_missing");
    assertThat(rows(design)).isEqualTo("1 20 0 0 0; 1 30 1 1 0; 1 40 0 0 1");
  }

  @Test
  void whatNeverVariesIsLeftOutAndNamed() {
    DesignMatrix design =
        DesignMatrix.of(
            List.of(
                Covariate.number("year", 2016, 2016),
                Covariate.text("sex", List.of("M", "M")),
                Covariate.number("empty", Double.NaN, Double.NaN),
                Covariate.number("age", 20, 21)));

    assertThat(design.terms()).map(Term::name).containsExactly("(Intercept)", "age");
    assertThat(design.constants()).containsExactly("year", "sex", "empty", "empty_missing");
  }

  @Test
  void productsTakeEveryColumnOfBoth() {
    List<Covariate> covariates =
        List.of(
            Covariate.text("race", List.of("white", "black", "white", "black")),
            Covariate.number("age", 20, 30, Double.NaN, 50));

    DesignMatrix design = DesignMatrix.of(covariates, List.of(new Interaction("race", "age")));

    assertThat(design.terms().subList(4, 6))
        .map(Term::name)
        .containsExactly("racewhite:age", "racewhite:age_missing");
    assertThat(rows(design)).isEqualTo("1 1 20 0 20 0; 1 0 30 0 0 0; 1 1 33 1 33 1; 1 0 50 0 0 0");
    assertThatThrownBy(() -> DesignMatrix.of(covariates, List.of(new Interaction("race", "sex"))))
        .isInstanceOf(DesistException.class)
        .hasMessage("Cannot multiply sex: it is not among the covariates. Name it there too.");
    assertThatThrownBy(() -> DesignMatrix.of(covariates, List.of(new Interaction("age", "age"))))
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot multiply covariate age with itself. Give its square as a column of its own.");
  }

  @Test
  void unusableCovariatesAreRefused() {
    assertThatThrownBy(() -> DesignMatrix.of(List.of()))
        .isInstanceOf(DesistException.class)
        .hasMessage("Cannot fit a model without covariates. Name at least one.");
    assertThatThrownBy(
            () ->
                DesignMatrix.of(
                    List.of(Covariate.number("age", 1, 2), Covariate.number("age", 1, 2))))
        .isInstanceOf(DesistException.class)
        .hasMessage("Cannot use covariate age twice. Name it once.");
    assertThatThrownBy(
            () ->
                DesignMatrix.of(
                    List.of(Covariate.number("age", 1, 2), Covariate.text("sex", List.of("M")))))
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot use covariate sex: it has 1 units and age has 2. Give one value per unit.");
    assertThatThrownBy(
            () -> DesignMatrix.of(List.of(Covariate.number("age", 1, Double.POSITIVE_INFINITY))))
        .isInstanceOf(DesistException.class)
        .hasMessage("Cannot use covariate age: unit 2 is infinite. Give a number, or nothing.");
  }

  private static String rows(DesignMatrix design) {
    StringBuilder text = new StringBuilder();
    for (int unit = 0; unit < design.rows(); unit++) {
      text.append(unit == 0 ? "" : "; ");
      for (int term = 0; term < design.terms().size(); term++) {
        text.append(term == 0 ? "" : " ").append((int) design.at(unit, term));
      }
    }
    return text.toString();
  }
}
