// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class Ogrs4gTest {
  private static final LocalDate ASSESSMENT = LocalDate.of(2025, 9, 1);
  private static final double PRINTED = 5e-10;

  private static final Map<String, Double> TERMS =
      Csv.resource("golden/ogrs4g_coefficients.csv").stream()
          .collect(
              Collectors.toMap(row -> row.get("term"), row -> Double.valueOf(row.get("value"))));

  @Test
  void theTenPublishedScoresComeOutToTheLastPlacePrinted() {
    List<Map<String, String>> vectors = Csv.resource("golden/ogrs4g_vectors.csv");
    assertThat(vectors).hasSize(10);
    for (Map<String, String> vector : vectors) {
      LocalDate birth = day(vector, "birth_date");
      LocalDate last = day(vector, "last_sanction_date");
      LocalDate community = day(vector, "community_date");
      LocalDate freeFrom = last.isAfter(community) ? last : community;
      double score =
          Ogrs4g.score(
              vector.get("sex"),
              vector.get("offence_category"),
              Ages.at(birth, ASSESSMENT),
              Ages.at(birth, last) - Ages.at(birth, day(vector, "first_sanction_date")),
              Integer.parseInt(vector.get("sanctions")),
              (int) Period.between(freeFrom, ASSESSMENT).toTotalMonths());
      assertThat(score + TERMS.get("intercept_one_year"))
          .isCloseTo(Double.parseDouble(vector.get("z_one_year")), within(PRINTED));
      assertThat(score + TERMS.get("intercept_two_year"))
          .isCloseTo(Double.parseDouble(vector.get("z_two_year")), within(PRINTED));
    }
  }

  @Test
  void theTablesOfTheModelsHoldThePublishedCoefficients() {
    for (Map<String, String> row : Reference.rows("ogrs4g_coefficient")) {
      boolean isFemale = row.get("sex").equals("F");
      String of = isFemale ? "female" : "male";
      Map<String, Double> expected = new TreeMap<>();
      expected.put("one_year_intercept", TERMS.get("intercept_one_year"));
      expected.put("two_year_intercept", TERMS.get("intercept_two_year"));
      expected.put("sex_weight", isFemale ? TERMS.get("female") : 0);
      expected.put("age", TERMS.get(of + "_age"));
      expected.put("age_squared", TERMS.get(of + "_age2"));
      expected.put("age_cubed", TERMS.get(of + "_age3"));
      expected.put("age_fourth", TERMS.get(of + "_age4"));
      expected.put("first_sanction", TERMS.get("first_sanction"));
      expected.put("second_sanction", TERMS.get("second_sanction"));
      expected.put("second_sanction_years", TERMS.get("second_sanction_years_" + of));
      expected.put("total_sanctions", TERMS.get("total_sanctions"));
      expected.put("copas", TERMS.get("copas_" + of));
      expected.put("copas_squared", TERMS.get("copas2_" + of));
      expected.forEach(
          (column, value) ->
              assertThat(Double.parseDouble(row.get(column)))
                  .as(of + " " + column)
                  .isEqualTo(value));
    }
    List<Map<String, String>> offences = Reference.rows("ogrs4g_offence");
    assertThat(offences).hasSize(20);
    for (Map<String, String> row : offences) {
      assertThat(Double.valueOf(row.get("weight")))
          .as(row.get("ogrs3_category"))
          .isEqualTo(TERMS.get("offence:" + row.get("ogrs4g_category")));
    }
  }

  @Test
  void theSexesAndCategoriesOfViolenceShareWhatThePublishedListShares() {
    assertThat(Reference.rows("ogrs4g_coefficient"))
        .extracting(row -> row.get("sex"))
        .containsExactly("F", "M");
    assertThat(
            TERMS.entrySet().stream()
                .filter(term -> term.getKey().matches("offence:(Violence|Firearms|Weapons).*"))
                .map(Map.Entry::getValue)
                .distinct())
        .hasSize(1);
  }

  private static LocalDate day(Map<String, String> vector, String column) {
    return LocalDate.parse(vector.get(column));
  }
}
