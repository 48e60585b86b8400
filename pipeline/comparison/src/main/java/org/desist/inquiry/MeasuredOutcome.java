// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
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
record MeasuredOutcome(
    String code,
    String family,
    String title,
    Kind kind,
    Function<Reoffending, double[]> values,
    Function<Reoffending, double[]> people) {
  /** The headline: always measured. */
  static final MeasuredOutcome RATE =
      new MeasuredOutcome(
          "rate",
          "rate",
          "One-year proven reoffending rate",
          Kind.RATE,
          Reoffending::reoffended,
          Reoffending::reoffended);

  static final MeasuredOutcome FREQUENCY =
      new MeasuredOutcome(
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
  static final List<MeasuredOutcome> ALL = all();

  private static List<MeasuredOutcome> all() {
    List<MeasuredOutcome> all = new ArrayList<>(List.of(RATE, FREQUENCY));
    all.add(
        new MeasuredOutcome(
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
          new MeasuredOutcome(
              "first_reoffence_" + name,
              "court_mode",
              "Rate of first reoffence, " + MODES.get(name),
              Kind.RATE,
              what -> what.firstOf(mode),
              what -> what.firstOf(mode)));
      all.add(
          new MeasuredOutcome(
              "frequency_" + name,
              "court_mode",
              "Reoffences per person, " + MODES.get(name),
              Kind.FREQUENCY,
              what -> what.ofMode(mode),
              what -> signs(what.ofMode(mode))));
    }
    all.add(
        new MeasuredOutcome(
            "custodial_rate",
            "custodial_reoffence",
            "Rate of reoffending with custody",
            Kind.RATE,
            Reoffending::hasCustodial,
            Reoffending::hasCustodial));
    all.add(
        new MeasuredOutcome(
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
  static List<MeasuredOutcome> asked(List<String> families) {
    return ALL.stream()
        .filter(one -> one.equals(RATE) || families.isEmpty() || families.contains(one.family()))
        .toList();
  }

  /** What people did in the year after their index date, by column. */
  static final class Reoffending {
    /** The court modes that reoffences are distinguished by. */
    static final List<String> COURT_MODES = List.of("indictable_only", "either_way", "summary");

    private static final int NONE = -1;

    private final double[] reoffences;
    private final double[] days;
    private final int[] firstModes;
    private final double[] custodial;
    private final double[][] byMode;

    Reoffending(int size) {
      this.reoffences = new double[size];
      this.days = new double[size];
      this.firstModes = new int[size];
      this.custodial = new double[size];
      this.byMode = new double[COURT_MODES.size()][size];
    }

    void put(
        int unit,
        double count,
        double daysToFirst,
        String firstMode,
        double prison,
        double[] modes) {
      reoffences[unit] = count;
      days[unit] = daysToFirst;
      firstModes[unit] = firstMode == null ? NONE : COURT_MODES.indexOf(firstMode);
      custodial[unit] = prison;
      for (int mode = 0; mode < modes.length; mode++) {
        byMode[mode][unit] = modes[mode];
      }
    }

    /** 1 for those who reoffended, else 0. */
    double[] reoffended() {
      return Arrays.stream(reoffences).map(count -> count > 0 ? 1 : 0).toArray();
    }

    /** Reoffences. */
    double[] reoffences() {
      return reoffences.clone();
    }

    /** Days to the first; NaN for those who did not reoffend. */
    double[] days() {
      return days.clone();
    }

    /** 1 for those whose first reoffence has a court mode, by its place in the list. */
    double[] firstOf(int mode) {
      return Arrays.stream(firstModes).mapToDouble(first -> first == mode ? 1 : 0).toArray();
    }

    /** Reoffences of a court mode, by its place in the list. */
    double[] ofMode(int mode) {
      return byMode[mode].clone();
    }

    /** 1 for those with a custodial reoffence. */
    double[] hasCustodial() {
      return Arrays.stream(custodial).map(count -> count > 0 ? 1 : 0).toArray();
    }

    /** Custodial reoffences. */
    double[] custodial() {
      return custodial.clone();
    }
  }
}
