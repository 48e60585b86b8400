// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The third offender group reconviction scale. */
final class Ogrs3 {
  private static final List<Map<String, String>> AGE_SEX = Reference.rows("ogrs3_age_sex");

  private Ogrs3() {}

  /** The score of a member: sex as M, F or U. */
  static Risk of(Entry entry, String sex, int previousSanctions) {
    Career career = entry.career();
    Sanction index = entry.index();
    var birth = career.person().dateOfBirth();
    var first = career.sanctions().stream().map(Sanction::date).min(LocalDate::compareTo);
    int sanctions = previousSanctions + 1;
    int careerYears = Ages.at(birth, index.date()) - Ages.at(birth, first.orElseThrow());
    Optional<Double> age = ageWeight(sex, Ages.at(birth, entry.date()));
    Double offence = index.lead().code().ogrs3Weight();
    if (sex.equals("U")) {
      return Risk.missing("SEX_UNKNOWN");
    } else if (offence == null) {
      return Risk.missing("NO_OFFENCE_WEIGHT");
    } else if (age.isEmpty()) {
      return Risk.missing("AGE_OUT_OF_RANGE");
    } else if (10 + careerYears <= 0) {
      return Risk.missing("CAREER_LENGTH");
    }
    return score(age.get() + copas(sanctions, careerYears) + status(sanctions) + offence);
  }

  /** Probabilities and band of a raw score. */
  static Risk score(double score) {
    return Risk.of(score + 1.40256, score + 2.1217);
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
}
