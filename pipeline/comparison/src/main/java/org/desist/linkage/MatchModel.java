// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desist.linkage.FieldComparison.AgreementLevel;

/**
 * Weighs pairs: the weight is the binary logarithm of the odds that the pair is one person. It
 * starts from the odds of any pair, {@code log2(p / (1 - p))}, p being the expected true pairs
 * among all pairs, and adds {@code log2(m / u)} for the level of each comparison (Fellegi and
 * Sunter 1969) and the {@link TermWeights} of a name where the level has one.
 */
final class MatchModel {
  private final PersonList left;
  private final PersonList right;
  private final List<FieldComparison> comparisons;
  private final Estimation estimation;
  private final double start;

  /** By comparison and level, the neutral one included. */
  private final double[][] weights;

  /** By comparison, level and right row; null where a level has none. */
  private final double[][][] terms;

  MatchModel(
      PersonList left, PersonList right, List<FieldComparison> comparisons, Estimation estimation) {
    this.left = left;
    this.right = right;
    this.comparisons = comparisons;
    this.estimation = estimation;
    double odds =
        estimation.expectedMatches()
            / Math.max(1, (double) left.size() * right.size() - estimation.expectedMatches());
    this.start = Bits.log2(odds);
    this.weights = new double[comparisons.size()][];
    this.terms = new double[comparisons.size()][][];
    for (int k = 0; k < weights.length; k++) {
      List<AgreementLevel> levels = comparisons.get(k).levels();
      weights[k] = new double[levels.size() + 1];
      terms[k] = new double[levels.size() + 1][];
      for (int l = 0; l < levels.size(); l++) {
        weights[k][l + 1] = Bits.log2(estimation.matched()[k][l] / estimation.strangers()[k][l]);
        if (levels.get(l).termColumn() != AgreementLevel.NO_TERM) {
          terms[k][l + 1] = TermWeights.of(right, levels.get(l).termColumn());
        }
      }
    }
  }

  /** The weight of a pair about which nothing is known, in bits. */
  double start() {
    return start;
  }

  /** The weight of a pair, in bits. */
  double weight(int leftRow, int rightRow) {
    double weight = start;
    for (int k = 0; k < weights.length; k++) {
      int level = comparisons.get(k).level(left, leftRow, right, rightRow);
      weight += weights[k][level];
      if (terms[k][level] != null) {
        weight += terms[k][level][rightRow];
      }
    }
    return weight;
  }

  Waterfall waterfall(int leftRow, int rightRow) {
    List<Waterfall.Step> steps = new ArrayList<>();
    for (int k = 0; k < weights.length; k++) {
      FieldComparison comparison = comparisons.get(k);
      int level = comparison.level(left, leftRow, right, rightRow);
      if (level == FieldComparison.NEUTRAL) {
        steps.add(Waterfall.Step.neutral(comparison.name()));
      } else {
        double[] term = terms[k][level];
        steps.add(
            new Waterfall.Step(
                comparison.name(),
                comparison.levels().get(level - 1).name(),
                estimation.matched()[k][level - 1],
                estimation.strangers()[k][level - 1],
                weights[k][level],
                term == null ? 0 : term[rightRow]));
      }
    }
    return new Waterfall(start, steps, weight(leftRow, rightRow));
  }

  /**
   * What an equal name says beyond equal names in general: {@code log2(e / f)}, where f is the
   * share of the long list that has the name and e the sum of the squares of all such shares, which
   * is how often two strangers agree. Positive for rare names, negative for common ones. One more
   * bearer than counted is assumed, since a name seen once may be a little less rare than that.
   */
  static final class TermWeights {
    private TermWeights() {}

    /** The weight in bits by row of the list; 0 where the text is missing. */
    static double[] of(PersonList people, int column) {
      Map<String, Integer> bearers = new HashMap<>();
      long known = 0;
      for (int row = 0; row < people.size(); row++) {
        String text = people.text(column, row);
        if (text != null) {
          bearers.merge(text, 1, Integer::sum);
          known++;
        }
      }
      // Whole numbers, so that the order of the map does not show.
      long squares = bearers.values().stream().mapToLong(n -> (long) n * n).sum();
      double agreement = (double) squares / ((double) known * known);
      double[] weights = new double[people.size()];
      for (int row = 0; row < weights.length; row++) {
        String text = people.text(column, row);
        if (text != null) {
          double share = (bearers.get(text) + 1.0) / (known + 1.0);
          weights[row] = Bits.log2(agreement / share);
        }
      }
      return weights;
    }
  }
}
