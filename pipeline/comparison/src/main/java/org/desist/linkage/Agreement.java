// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How often all pairs of two lists agree: counted where a rule counts it, drawn at random else. */
final class Agreement {
  private Agreement() {}

  /**
   * The share of all pairs without a missing part, by comparison and level (see {@link Shares}).
   */
  static double[][] of(
      People left, People right, List<Comparison> comparisons, LinkageSettings settings) {
    long[] pairs = Patterns.drawn(left, right, settings.randomPairs(), settings.seed());
    Patterns drawn = Patterns.of(pairs, comparisons, left, right);
    double[][] shares = new double[comparisons.size()][];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = merge(drawn(drawn, k, comparisons), counted(left, right, comparisons.get(k)));
    }
    return shares;
  }

  private static double[] drawn(Patterns drawn, int comparison, List<Comparison> comparisons) {
    double[] shares = new double[comparisons.get(comparison).levels().size()];
    double all = 0;
    for (int i = 0; i < drawn.codes().length; i++) {
      int level = Patterns.level(drawn.codes()[i], comparison);
      if (level != Comparison.NEUTRAL) {
        shares[level - 1] += drawn.counts()[i];
        all += drawn.counts()[i];
      }
    }
    for (int l = 0; l < shares.length; l++) {
      shares[l] /= Math.max(1, all);
    }
    return shares;
  }

  /** Shares that a rule counts, NaN for the others. */
  private static double[] counted(People left, People right, Comparison comparison) {
    double[] shares = new double[comparison.levels().size()];
    for (int l = 0; l < shares.length; l++) {
      Optional<BlockingRule> rule = comparison.counted(l + 1);
      shares[l] = Double.NaN;
      if (rule.isPresent()) {
        BlockingRule equal = comparison.counted(1).orElse(rule.get());
        double known = known(left, equal.left()) * known(right, equal.right());
        shares[l] = Blocking.count(left, right, rule.get()) / Math.max(1, known);
      }
    }
    return shares;
  }

  /** Counted shares stand; the drawn ones share out what is left. */
  private static double[] merge(double[] drawn, double[] counted) {
    double sumCounted = 0;
    double sumDrawn = 0;
    for (int l = 0; l < drawn.length; l++) {
      if (Double.isNaN(counted[l])) {
        sumDrawn += drawn[l];
      } else {
        sumCounted += counted[l];
      }
    }
    double[] shares = new double[drawn.length];
    for (int l = 0; l < drawn.length; l++) {
      boolean isCounted = !Double.isNaN(counted[l]);
      double scaled = sumDrawn == 0 ? 0 : drawn[l] / sumDrawn * (1 - sumCounted);
      shares[l] = isCounted ? counted[l] : scaled;
    }
    return shares;
  }

  private static double known(People people, Key key) {
    return IntStream.range(0, people.size()).filter(row -> key.of(people, row) != Key.NONE).count();
  }
}
