// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the two lists themselves say about true pairs and strangers; no labels are needed.
 *
 * <p>How strangers agree (u) comes from all pairs ({@link Agreement}), how true pairs agree (m)
 * from {@link Maximisation} in two blocks, each of which teaches the comparisons that it does not
 * decide. Both depend a little on each other, so the whole is done {@value #PASSES} times.
 */
final class Estimation {
  static final int PASSES = 3;

  private final double[][] matched;
  private final double[][] strangers;
  private final double expectedMatches;
  private final int rounds;

  private Estimation(double[][] matched, double[][] strangers, double expectedMatches, int rounds) {
    this.matched = matched;
    this.strangers = strangers;
    this.expectedMatches = expectedMatches;
    this.rounds = rounds;
  }

  /** M by comparison and level. */
  double[][] matched() {
    return matched;
  }

  /** U by comparison and level. */
  double[][] strangers() {
    return strangers;
  }

  /**
   * How many entries of the short list the long one is expected to hold: true pairs born on one
   * day, divided by the share of true pairs that are.
   */
  double expectedMatches() {
    return expectedMatches;
  }

  /** Of all maximisations of the last pass. */
  int rounds() {
    return rounds;
  }

  static Estimation of(
      People left, People right, List<Comparison> comparisons, LinkageSettings settings) {
    List<Training> trainings = Training.standard();
    List<Patterns> blocks = new ArrayList<>();
    for (Training training : trainings) {
      long most = settings.mostPairs() / trainings.size();
      long[] pairs = Blocking.of(left, right, List.of(training.rule()), most).pairs();
      blocks.add(Patterns.of(pairs, comparisons, left, right));
    }
    double[][] agreement = Agreement.of(left, right, comparisons, settings);
    double[][] typical = Shares.typical(comparisons);
    double all = (double) left.size() * right.size();
    // Two short lists cannot show how rare an agreement is that they do not have.
    double least = 0.5 / Math.max(1, Math.min(settings.randomPairs(), all));
    double most = Math.min(left.size(), right.size());
    Estimation estimation = new Estimation(typical, typical, most, 0);
    for (int pass = 0; pass < PASSES; pass++) {
      double[][] u =
          Shares.strangers(agreement, least, estimation.matched, estimation.expectedMatches / all);
      List<Maximisation> fits = new ArrayList<>();
      for (int i = 0; i < blocks.size(); i++) {
        fits.add(
            Maximisation.of(
                blocks.get(i),
                typical,
                u,
                trainings.get(i),
                comparisons,
                estimation.expectedMatches,
                settings));
      }
      double[][] m = matched(trainings, fits, comparisons, typical, settings.typicalMatches());
      double expected = fits.get(0).matches() / bornOnOneDay(left, right, comparisons, m);
      estimation =
          new Estimation(
              m,
              u,
              Math.max(1, Math.min(most, expected)),
              fits.stream().mapToInt(Maximisation::rounds).sum());
    }
    return estimation;
  }

  /** What all blocks teach together. */
  private static double[][] matched(
      List<Training> trainings,
      List<Maximisation> fits,
      List<Comparison> comparisons,
      double[][] typical,
      double strength) {
    double[][] matched = new double[typical.length][];
    for (int k = 0; k < matched.length; k++) {
      double[] counted = new double[typical[k].length];
      for (Maximisation fit : fits) {
        for (int l = 0; l < counted.length; l++) {
          counted[l] += fit.matched()[k][l];
        }
      }
      matched[k] = Shares.steadied(counted, typical[k], strength);
      for (Training training : trainings) {
        matched[k] = training.settled(comparisons.get(k), matched[k], typical[k]);
      }
    }
    return matched;
  }

  /** The share of true pairs that have equal dates of birth, both known. */
  private static double bornOnOneDay(
      People left, People right, List<Comparison> comparisons, double[][] matched) {
    double share = 1;
    for (int k = 0; k < matched.length; k++) {
      if (comparisons.get(k) instanceof BirthDateComparison) {
        share = matched[k][BirthDateComparison.EQUAL - 1];
      }
    }
    return Math.max(1e-3, share * known(left) * known(right));
  }

  private static double known(People people) {
    long known = IntStream.range(0, people.size()).filter(row -> people.birth(row) != 0).count();
    return (double) known / Math.max(1, people.size());
  }
}
