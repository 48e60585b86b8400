// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.desist.answer.OutcomeResult.Kind;

/**
 * Something that is measured of both groups (METHOD 8.7).
 *
 * @param code as marts and requests know it
 * @param family what a request calls it by
 * @param title in words
 * @param kind what its numbers are
 * @param values by person; NaN for people who do not count
 * @param people 1 for those who have it, else 0
 */
record Outcome(
    String code,
    String family,
    String title,
    Kind kind,
    Function<Reoffending, double[]> values,
    Function<Reoffending, double[]> people) {
  /** The headline: always measured. */
  static final Outcome RATE =
      new Outcome(
          "rate",
          "rate",
          "One-year proven reoffending rate",
          Kind.RATE,
          Reoffending::reoffended,
          Reoffending::reoffended);

  static final Outcome FREQUENCY =
      new Outcome(
          "frequency",
          "frequency",
          "Proven reoffences per person",
          Kind.FREQUENCY,
          Reoffending::reoffences,
          Reoffending::reoffended);

  private static final Map<String, String> MODES =
      Map.of(
          "indictable_only", "indictable only",
          "either_way", "either way",
          "summary", "summary");

  /** All of them, in the order of the method. */
  static final List<Outcome> ALL = all();

  private static List<Outcome> all() {
    List<Outcome> all = new ArrayList<>(List.of(RATE, FREQUENCY));
    all.add(
        new Outcome(
            "days_to_first_reoffence",
            "days_to_first_reoffence",
            "Days to the first reoffence",
            Kind.DAYS,
            Reoffending::days,
            Reoffending::reoffended));
    for (int i = 0; i < Reoffending.COURT_MODES.size(); i++) {
      int mode = i;
      String name = Reoffending.COURT_MODES.get(i);
      all.add(
          new Outcome(
              "first_reoffence_" + name,
              "court_mode",
              "Rate of first reoffence, " + MODES.get(name),
              Kind.RATE,
              what -> what.firstOf(mode),
              what -> what.firstOf(mode)));
      all.add(
          new Outcome(
              "frequency_" + name,
              "court_mode",
              "Reoffences per person, " + MODES.get(name),
              Kind.FREQUENCY,
              what -> what.ofMode(mode),
              what -> signs(what.ofMode(mode))));
    }
    all.add(
        new Outcome(
            "custodial_rate",
            "custodial_reoffence",
            "Rate of reoffending with custody",
            Kind.RATE,
            Reoffending::hasCustodial,
            Reoffending::hasCustodial));
    all.add(
        new Outcome(
            "custodial_frequency",
            "custodial_reoffence",
            "Reoffences per person with custody",
            Kind.FREQUENCY,
            Reoffending::custodial,
            Reoffending::hasCustodial));
    return List.copyOf(all);
  }

  private static double[] signs(double[] counts) {
    double[] signs = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      signs[i] = Math.signum(counts[i]);
    }
    return signs;
  }

  /** Those a request asks for, the headline first; all when it names none. */
  static List<Outcome> asked(List<String> families) {
    return ALL.stream()
        .filter(one -> one.equals(RATE) || families.isEmpty() || families.contains(one.family()))
        .toList();
  }
}
