// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.List;
import org.desist.linkage.Estimation.Training;

/**
 * Expectation maximisation over the pairs of one block (Dempster, Laird and Rubin 1977, as Winkler
 * 1988 applies it): finds the share of true pairs in the block and how true pairs agree. How
 * strangers agree is known beforehand, which keeps the two apart.
 */
final class Maximisation {
  /** The least and the most that a block's share of true pairs may be, so that it can move. */
  private static final double EDGE = 1e-9;

  private final double[][] matched;
  private final double matches;

  private Maximisation(double[][] matched, double matches) {
    this.matched = matched;
    this.matches = matches;
  }

  /** Expected numbers of true pairs by comparison and level; 0 where not asked for. */
  double[][] matched() {
    return matched;
  }

  /** Expected number of true pairs in the block. */
  double matches() {
    return matches;
  }

  /**
   * Runs it.
   *
   * @param typical the shares that steady the estimate, and that it starts from
   * @param strangers how strangers agree
   * @param training says which comparisons the block leaves free; the others are not looked at
   * @param start the number of true pairs to start from
   */
  static Maximisation of(
      AgreementPatterns patterns,
      double[][] typical,
      double[][] strangers,
      Training training,
      List<FieldComparison> comparisons,
      double start,
      LinkageSettings settings) {
    boolean[] asked = training.asked(comparisons);
    double pairs = 0;
    for (long count : patterns.counts()) {
      pairs += count;
    }
    double[][] counted = LevelShares.none(typical);
    if (pairs == 0) {
      return new Maximisation(counted, 0);
    }
    double[][] shares = typical;
    double share = held(start / pairs);
    double matches = 0;
    int round = 0;
    double change = Double.POSITIVE_INFINITY;
    while (round < settings.mostRounds() && change >= settings.tolerance()) {
      counted = LevelShares.none(typical);
      matches = expect(patterns, shares, strangers, asked, share, counted);
      double[][] next = typical.clone();
      for (int k = 0; k < next.length; k++) {
        if (asked[k]) {
          next[k] =
              training.shares(
                  comparisons.get(k), counted[k], typical[k], settings.typicalMatches());
        }
      }
      double nextShare = held(matches / pairs);
      change = Math.max(Math.abs(nextShare - share), largest(shares, next));
      shares = next;
      share = nextShare;
      round++;
    }
    return new Maximisation(counted, matches);
  }

  private static double expect(
      AgreementPatterns patterns,
      double[][] shares,
      double[][] strangers,
      boolean[] asked,
      double share,
      double[][] counted) {
    double matches = 0;
    for (int i = 0; i < patterns.codes().length; i++) {
      double odds = share / (1 - share);
      for (int k = 0; k < asked.length; k++) {
        int level = AgreementPatterns.level(patterns.codes()[i], k);
        if (asked[k] && level != FieldComparison.NEUTRAL) {
          odds *= shares[k][level - 1] / strangers[k][level - 1];
        }
      }
      double expected = patterns.counts()[i] * (odds / (1 + odds));
      matches += expected;
      for (int k = 0; k < asked.length; k++) {
        int level = AgreementPatterns.level(patterns.codes()[i], k);
        if (asked[k] && level != FieldComparison.NEUTRAL) {
          counted[k][level - 1] += expected;
        }
      }
    }
    return matches;
  }

  private static double largest(double[][] before, double[][] after) {
    double largest = 0;
    for (int k = 0; k < before.length; k++) {
      for (int l = 0; l < before[k].length; l++) {
        largest = Math.max(largest, Math.abs(before[k][l] - after[k][l]));
      }
    }
    return largest;
  }

  private static double held(double share) {
    return Math.min(1 - EDGE, Math.max(EDGE, share));
  }
}
