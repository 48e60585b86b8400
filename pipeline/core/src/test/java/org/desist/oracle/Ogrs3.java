// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The third offender group reconviction scale. */
final class Ogrs3 {
  /** A person without a score has null probabilities, the band MISSING and a reason. */
  record Score(
      BigDecimal ogrs3OneYear, BigDecimal ogrs3TwoYear, String ogrsBand, String ogrsMissing) {}

  private static final List<Map<String, String>> AGE_SEX = Reference.rows("ogrs3_age_sex");
  private static final List<Map<String, String>> BANDS = Reference.rows("ogrs_band");

  private Ogrs3() {}

  /** The score of a member: sex as M, F or U. */
  static Score of(Entry entry, String sex, int previousSanctions) {
    Career career = entry.career();
    Sanction index = entry.index();
    var birth = career.person().dateOfBirth();
    var first = career.sanctions().stream().map(Sanction::date).min(LocalDate::compareTo);
    int sanctions = previousSanctions + 1;
    int careerYears = Ages.at(birth, index.date()) - Ages.at(birth, first.orElseThrow());
    Optional<Double> age = ageWeight(sex, Ages.at(birth, entry.date()));
    Double offence = index.lead().code().ogrs3Weight();
    if (sex.equals("U")) {
      return missing("SEX_UNKNOWN");
    } else if (offence == null) {
      return missing("NO_OFFENCE_WEIGHT");
    } else if (age.isEmpty()) {
      return missing("AGE_OUT_OF_RANGE");
    } else if (10 + careerYears <= 0) {
      return missing("CAREER_LENGTH");
    }
    return score(age.get() + copas(sanctions, careerYears) + status(sanctions) + offence);
  }

  /** Probabilities and band of a raw score. */
  static Score score(double score) {
    BigDecimal one = probability(score + 1.40256);
    BigDecimal two = probability(score + 2.1217);
    return new Score(one, two, band(percent(two)), null);
  }

  static double copas(int sanctions, int careerYears) {
    return 1.25112 * StrictMath.log(sanctions / (10.0 + careerYears));
  }

  static double status(int sanctions) {
    return sanctions == 1 ? 0.12614 : 0.46306;
  }

  /** The weight of an age and a sex; empty when the table has none. */
  static Optional<Double> ageWeight(String sex, int age) {
    for (Map<String, String> row : AGE_SEX) {
      if (row.get("sex").equals(sex)
          && age >= Integer.parseInt(row.get("age_from"))
          && age <= Integer.parseInt(row.get("age_to"))) {
        return Optional.of(Double.valueOf(row.get("weight")));
      }
    }
    return Optional.empty();
  }

  /** Whole percent, half up, held to 1..99. */
  static int percent(BigDecimal probability) {
    int percent = probability.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact();
    return Math.max(1, Math.min(99, percent));
  }

  static String band(int percent) {
    for (Map<String, String> row : BANDS) {
      if (percent >= Integer.parseInt(row.get("percent_from"))
          && percent <= Integer.parseInt(row.get("percent_to"))) {
        return row.get("band");
      }
    }
    throw new IllegalArgumentException("Cannot find the band of " + percent);
  }

  private static BigDecimal probability(double logit) {
    return BigDecimal.valueOf(1 / (1 + StrictMath.exp(-logit))).setScale(9, RoundingMode.HALF_UP);
  }

  private static Score missing(String reason) {
    return new Score(null, null, "MISSING", reason);
  }
}
