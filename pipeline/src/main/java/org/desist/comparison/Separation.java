// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.List;

/** Finds covariates that tell treated from untreated without a fault. */
final class Separation {
  /** A term named among several must move at least this share of what the fastest one does. */
  private static final double NOTABLE = 0.1;

  private Separation() {}

  /**
   * Terms that separate alone: every treated value lies on one side of every untreated one, ties
   * allowed. For an indicator: all units that have it, or all that do not, are of one group.
   */
  static List<Term> alone(DesignMatrix design, boolean[] treated) {
    int width = design.terms().size();
    double[][] least = {filled(width, Double.MAX_VALUE), filled(width, Double.MAX_VALUE)};
    double[][] most = {filled(width, -Double.MAX_VALUE), filled(width, -Double.MAX_VALUE)};
    for (int unit = 0; unit < design.rows(); unit++) {
      int group = treated[unit] ? 1 : 0;
      for (int term = 1; term < width; term++) {
        double value = design.at(unit, term);
        least[group][term] = Math.min(least[group][term], value);
        most[group][term] = Math.max(most[group][term], value);
      }
    }
    List<Term> found = new ArrayList<>();
    for (int term = 1; term < width; term++) {
      if (most[0][term] <= least[1][term] || most[1][term] <= least[0][term]) {
        found.add(design.terms().get(term));
      }
    }
    return found;
  }

  private static double[] filled(int width, double value) {
    double[] values = new double[width];
    java.util.Arrays.fill(values, value);
    return values;
  }

  /** Terms that still run away when the likelihood stands still: those that separate together. */
  static List<Term> together(List<Term> terms, double[] change) {
    double fastest = 0;
    for (int term = 1; term < change.length; term++) {
      fastest = Math.max(fastest, Math.abs(change[term]));
    }
    List<Term> found = new ArrayList<>();
    for (int term = 1; term < change.length; term++) {
      if (Math.abs(change[term]) >= NOTABLE * fastest) {
        found.add(terms.get(term));
      }
    }
    return found;
  }
}
