// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** The fourth offender group reconviction scale, general reoffending, from its published terms. */
final class Ogrs4g {
  private static final int MOST_FREE_MONTHS = 36;

  /** Coefficients by term, as they were published. */
  private static final Map<String, Double> TERMS =
      Csv.resource("golden/ogrs4g_coefficients.csv").stream()
          .collect(
              Collectors.toMap(row -> row.get("term"), row -> Double.valueOf(row.get("value"))));

  private static final Map<String, String> CATEGORIES =
      Reference.rows("ogrs4g_offence").stream()
          .collect(
              Collectors.toMap(
                  row -> row.get("ogrs3_category"), row -> row.get("ogrs4g_category")));

  private Ogrs4g() {}

  /** The score of a member on the index date: sex as M, F or U. */
  static Risk of(Entry entry, String sex, int previousSanctions) {
    LocalDate birth = entry.career().person().dateOfBirth();
    LocalDate first =
        entry.career().sanctions().stream()
            .map(Sanction::date)
            .min(LocalDate::compareTo)
            .orElseThrow();
    int age = Ages.at(birth, entry.date());
    int years = Ages.at(birth, entry.index().date()) - Ages.at(birth, first);
    int sanctions = previousSanctions + 1;
    String category = CATEGORIES.get(entry.index().lead().code().ogrs3Category());
    if (sex.equals("U")) {
      return Risk.missing("SEX_UNKNOWN");
    } else if (category == null) {
      return Risk.missing("NO_OFFENCE_WEIGHT");
    } else if (age < 10 || age > 120) {
      return Risk.missing("AGE_OUT_OF_RANGE");
    } else if (sanctions >= 3 && 26 + years <= 0) {
      return Risk.missing("CAREER_LENGTH");
    }
    double score = score(sex, category, age, years, sanctions, 0);
    return Risk.of(
        score + TERMS.get("intercept_one_year"), score + TERMS.get("intercept_two_year"));
  }

  /**
   * The linear predictor without its intercept.
   *
   * @param years between the ages at the first and at the latest sanction
   * @param freeMonths completed months in the community without a sanction
   */
  static double score(
      String sex, String category, int age, int years, int sanctions, int freeMonths) {
    boolean isFemale = sex.equals("F");
    String of = isFemale ? "female" : "male";
    double score = power(of + "_age", age) + TERMS.get("offence:" + category);
    score += isFemale ? TERMS.get("female") : 0;
    score += sanctions * TERMS.get("total_sanctions");
    score += power("offence_free_months", Math.min(freeMonths, MOST_FREE_MONTHS));
    if (sanctions == 1) {
      return score + TERMS.get("first_sanction");
    } else if (sanctions == 2) {
      return score
          + TERMS.get("second_sanction")
          + years * TERMS.get("second_sanction_years_" + of);
    }
    double rate = StrictMath.log(sanctions / (26.0 + years));
    return score + TERMS.get("copas_" + of) * rate + TERMS.get("copas2_" + of) * rate * rate;
  }

  /** The terms of the first to the fourth power. */
  private static double power(String term, double x) {
    return TERMS.get(term) * x
        + TERMS.get(term + "2") * x * x
        + TERMS.get(term + "3") * x * x * x
        + TERMS.get(term + "4") * x * x * x * x;
  }
}
