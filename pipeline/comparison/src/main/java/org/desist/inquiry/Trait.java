// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.List;

/**
 * What is known of everybody on the index date (METHOD 8.4).
 *
 * @param name of the column and of the covariate
 * @param title in words
 * @param isText whether it has levels instead of numbers
 * @param isScored whether the propensity score is made of it; else it is for exact matching only
 * @param isNeed whether it comes from an assessment: where there is none the mean stands for it,
 *     and one trait for all needs says so
 */
record Trait(String name, String title, boolean isText, boolean isScored, boolean isNeed) {
  /** All of them, in the order of the method. */
  static final List<Trait> ALL =
      List.of(
          number("age", "age"),
          text("sex", "sex"),
          text("ethnicity", "ethnicity"),
          text("nationality", "nationality"),
          text("index_offence_group", "index offence"),
          text("court_mode", "court of the index offence"),
          text("index_category", "index disposal"),
          text("sentence_length_band", "sentence length"),
          number("previous_offences", "previous offences"),
          number("previous_sanctions", "previous sanctions"),
          number("previous_custody", "previous custodial sentences"),
          number("copas_rate", "rate of previous sanctions"),
          number("age_at_first_sanction", "age at first sanction"),
          number("ogrs3", "risk score (OGRS3)"),
          text("quarter", "quarter"),
          text("region", "region"),
          text("assessment", "assessment of needs"),
          need("accommodation", "need: accommodation"),
          need("employment_training", "need: employment and training"),
          need("relationships", "need: relationships"),
          need("lifestyle", "need: lifestyle"),
          need("drugs", "need: drugs"),
          need("alcohol", "need: alcohol"),
          need("thinking", "need: thinking"),
          need("attitudes", "need: attitudes"),
          exact("age_band"),
          exact("previous_offences_band"),
          exact("ogrs_band"));

  /** Years before the index date of which other offending is known, beside the traits. */
  static final int YEARS_BEFORE = 3;

  /** Those that the propensity score is made of. */
  static final List<Trait> SCORED = ALL.stream().filter(Trait::isScored).toList();

  private static Trait number(String name, String title) {
    return new Trait(name, title, false, true, false);
  }

  private static Trait text(String name, String title) {
    return new Trait(name, title, true, true, false);
  }

  private static Trait need(String name, String title) {
    return new Trait(name, title, false, true, true);
  }

  private static Trait exact(String name) {
    return new Trait(name, name.replace('_', ' '), true, false, false);
  }
}
