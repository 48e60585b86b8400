// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.List;
import org.desist.comparison.Moments.StudyGroup;

/** A finished matching: what each unit counts for. */
public final class Matching {
  private final ScoredUnits units;
  private final double[] weights;
  private final List<MatchedPair> pairs;
  private final double width;

  Matching(ScoredUnits units, double[] weights, List<MatchedPair> pairs, double width) {
    this.units = units;
    this.weights = weights;
    this.pairs = List.copyOf(pairs);
    this.width = width;
  }

  /**
   * The weight of each unit: 1 for a matched treated unit; for a comparison unit the sum over the
   * treated units it is matched to of 1 / (that unit's number of matches); else 0. The comparison
   * weights add up to the number of matched treated units.
   */
  public double[] weights() {
    return weights.clone();
  }

  /**
   * The same weights with those of the comparison group scaled to add up to the number of
   * comparison units used, as R's MatchIt gives them. Means, variances and effective sizes are the
   * same.
   */
  public double[] scaledWeights() {
    double sum = 0;
    int used = 0;
    for (int unit = 0; unit < weights.length; unit++) {
      if (!units.isTreated(unit) && weights[unit] > 0) {
        sum += weights[unit];
        used++;
      }
    }
    double[] scaled = weights.clone();
    for (int unit = 0; unit < weights.length; unit++) {
      if (!units.isTreated(unit) && weights[unit] > 0) {
        scaled[unit] *= used / sum;
      }
    }
    return scaled;
  }

  /** The pairs by treated unit and rank; empty for radius matching, which has too many. */
  public List<MatchedPair> pairs() {
    return pairs;
  }

  /** The caliper on the scale of the distance: the score, or the log odds. */
  public double width() {
    return width;
  }

  /** Treated units with a match. */
  public int treatedMatched() {
    return used(StudyGroup.TREATED);
  }

  /** Treated units without a match. */
  public int treatedUnmatched() {
    int count = 0;
    for (int unit = 0; unit < weights.length; unit++) {
      count += units.isTreated(unit) && weights[unit] == 0 ? 1 : 0;
    }
    return count;
  }

  /** Comparison units matched to a treated unit. */
  public int comparisonUsed() {
    return used(StudyGroup.COMPARISON);
  }

  private int used(StudyGroup group) {
    int count = 0;
    for (int unit = 0; unit < weights.length; unit++) {
      count += group.has(units.isTreated(unit)) && weights[unit] > 0 ? 1 : 0;
    }
    return count;
  }

  /**
   * A treated unit and one of its matches.
   *
   * @param treated number of the treated unit, from 0
   * @param comparison number of the comparison unit, from 0
   * @param rank 1 for its first match
   */
  public record MatchedPair(int treated, int comparison, int rank) {}
}
