// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A direction in which the likelihood grows without end: no unit of either group stands on the
 * wrong side of it, and some do not stand on its border.
 */
final class Separation {
  /** A term named among several must move a unit at least this share of what the fastest does. */
  private static final double NOTABLE = 0.1;

  private final List<Term> terms;
  private final boolean[] apart;

  Separation(List<Term> terms, boolean[] apart) {
    this.terms = List.copyOf(terms);
    this.apart = apart;
  }

  /** Covariates that make the direction. */
  List<Term> terms() {
    return terms;
  }

  /** The units that it tells apart; the others stand on its border, however far it goes. */
  boolean[] apart() {
    return apart;
  }

  /**
   * Terms that separate alone: every treated value lies on one side of every untreated one, ties
   * allowed. For an indicator: all units that have it, or all that do not, are of one group.
   */
  static Optional<Separation> alone(DesignMatrix design, boolean[] treated) {
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
    boolean[] apart = new boolean[design.rows()];
    for (int term = 1; term < width; term++) {
      boolean isAbove = most[0][term] <= least[1][term];
      boolean isBelow = most[1][term] <= least[0][term];
      if (isAbove || isBelow) {
        found.add(design.terms().get(term));
        for (int unit = 0; unit < apart.length; unit++) {
          int other = treated[unit] ? 0 : 1;
          double value = design.at(unit, term);
          // On the side of its own group: treated above, untreated below, or the other way round.
          apart[unit] |=
              treated[unit] == isAbove ? value > most[other][term] : value < least[other][term];
        }
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(new Separation(found, apart));
  }

  private static double[] filled(int width, double value) {
    double[] values = new double[width];
    Arrays.fill(values, value);
    return values;
  }

  /**
   * Judges a step that still moves some units while the likelihood stands still. Several terms
   * separate together when each of those units moves to the side of its own group; one that moves
   * to the other side says that the maximum is only not reached yet.
   *
   * @param moves what the step adds to the log odds of each unit
   * @param notable moves greater than this
   * @param direction what the step adds to each coefficient, on the columns as they are
   */
  static Optional<Separation> together(
      DesignMatrix design, boolean[] treated, double[] moves, double notable, double[] direction) {
    boolean[] apart = new boolean[moves.length];
    for (int unit = 0; unit < moves.length; unit++) {
      apart[unit] = Math.abs(moves[unit]) > notable;
      if (apart[unit] && moves[unit] > 0 != treated[unit]) {
        return Optional.empty();
      }
    }
    return Optional.of(new Separation(named(design, direction, apart), apart));
  }

  /** The terms that move some units most, by how far these stand from the mean of all. */
  static List<Term> named(DesignMatrix design, double[] direction, boolean[] units) {
    int width = direction.length;
    double[] means = new double[width];
    for (int unit = 0; unit < design.rows(); unit++) {
      for (int term = 1; term < width; term++) {
        means[term] += design.at(unit, term) / design.rows();
      }
    }
    double[] most = new double[width];
    for (int unit = 0; unit < design.rows(); unit++) {
      for (int term = 1; units[unit] && term < width; term++) {
        most[term] =
            Math.max(most[term], Math.abs(direction[term] * (design.at(unit, term) - means[term])));
      }
    }
    double fastest = Arrays.stream(most).max().orElse(0);
    List<Term> found = new ArrayList<>();
    for (int term = 1; term < width; term++) {
      if (most[term] >= NOTABLE * fastest) {
        found.add(design.terms().get(term));
      }
    }
    return found;
  }
}
