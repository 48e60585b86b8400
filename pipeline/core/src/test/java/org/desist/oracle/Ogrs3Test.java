// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Ogrs3Test {
  private static final List<Map<String, String>> VECTORS = Csv.resource("golden/ogrs3_vectors.csv");

  @Test
  void scoresBecomeThePublishedProbabilitiesAndBands() {
    assertThat(VECTORS).hasSize(14);
    for (Map<String, String> vector : VECTORS) {
      Risk score = Ogrs3.score(Double.parseDouble(vector.get("score")));
      assertThat(fivePlaces(score.oneYear())).isEqualTo(vector.get("p1"));
      assertThat(fivePlaces(score.twoYear())).isEqualTo(vector.get("p2"));
      assertThat(Risk.percent(score.oneYear().doubleValue())).hasToString(vector.get("percent1"));
      assertThat(Risk.percent(score.twoYear().doubleValue())).hasToString(vector.get("percent2"));
      assertThat(score.band()).isEqualTo(vector.get("band"));
      assertThat(score.oneYear().scale()).isEqualTo(9);
    }
  }

  @Test
  void partsAddUpToTheScore() {
    List<Map<String, String>> full =
        VECTORS.stream().filter(vector -> !vector.get("sanctions").isEmpty()).toList();
    assertThat(full).hasSize(11);
    for (Map<String, String> vector : full) {
      int sanctions = number(vector, "sanctions");
      int years = number(vector, "age_at_conviction") - number(vector, "age_at_first_sanction");
      double age =
          Ogrs3.ageWeight(vector.get("sex"), number(vector, "age_at_follow_up")).orElseThrow();
      double copas = Ogrs3.copas(sanctions, years);
      double offence = Double.parseDouble(vector.get("offence_weight"));
      assertThat(age).isEqualTo(Double.parseDouble(vector.get("age_sex_weight")));
      assertThat(Ogrs3.status(sanctions))
          .isEqualTo(Double.parseDouble(vector.get("status_weight")));
      assertThat(copas).isCloseTo(Double.parseDouble(vector.get("copas_term")), within(1e-9));
      assertThat(age + Ogrs3.status(sanctions) + copas + offence)
          .isCloseTo(Double.parseDouble(vector.get("score")), within(1e-9));
    }
  }

  @Test
  void theWeightOfACodeIsThatOfItsCategory() {
    for (Map<String, String> vector : VECTORS) {
      if (!vector.get("ho_code").isEmpty() && !vector.get("ogrs3_category").isEmpty()) {
        assertThat(Reference.load().code(vector.get("ho_code")).ogrs3Weight())
            .isEqualTo(Double.parseDouble(vector.get("offence_weight")));
      }
    }
  }

  @Test
  void percentsAreHeldToOneAndNinetyNine() {
    assertThat(Risk.percent(0.000000001)).isEqualTo(1);
    assertThat(Risk.percent(0.999999999)).isEqualTo(99);
    assertThat(Risk.percent(0.745)).isEqualTo(75);
    assertThat(Risk.band(49)).isEqualTo("LOW");
    assertThat(Risk.band(99)).isEqualTo("VERY_HIGH");
  }

  @Test
  void aPercentIsOfTheProbabilityBeforeItIsRounded() {
    double twoYear = StrictMath.log(0.7449999999 / 0.2550000001);
    Risk risk = Risk.of(0, twoYear);

    assertThat(risk.twoYear()).isEqualByComparingTo("0.745");
    assertThat(Risk.percent(Risk.logistic(twoYear))).isEqualTo(74);
    assertThat(risk.band()).isEqualTo("MEDIUM");
  }

  private static int number(Map<String, String> vector, String column) {
    return Integer.parseInt(vector.get(column));
  }

  private static String fivePlaces(BigDecimal probability) {
    return probability.setScale(5, RoundingMode.HALF_UP).toString();
  }
}
