// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * How units are matched.
 *
 * @param method by radius or by nearest neighbours
 * @param caliper how far apart two matched units may be
 * @param support who is left out beforehand
 * @param ratio the most neighbours to a treated unit, 1 or more; nearest only
 * @param replacement whether a neighbour may serve twice; nearest only
 * @param order who chooses first; nearest without replacement only
 */
public record MatchSettings(
    Method method,
    Caliper caliper,
    CommonSupport support,
    int ratio,
    Replacement replacement,
    TreatedOrder order) {
  /** The ways of matching. */
  public enum Method {
    /** Everybody within the caliper, with replacement. */
    RADIUS,
    /** The nearest ones. */
    NEAREST
  }

  /** The same within another caliper. */
  public MatchSettings within(Caliper other) {
    return new MatchSettings(method, other, support, ratio, replacement, order);
  }

  /** Matches units so. */
  public Matching match(ScoredUnits units) {
    return switch (method) {
      case RADIUS -> RadiusMatching.match(units, caliper, support);
      case NEAREST -> NearestMatching.match(units, caliper, support, ratio, replacement, order);
    };
  }

  /** What the width of a caliper, and the distance between two units, is measured in. */
  public enum CaliperScale {
    /** The score itself. */
    SCORE,
    /** Standard deviations of the score over all units; distances are on the score. */
    SCORE_DEVIATIONS,
    /** Standard deviations of the log odds over all units; distances are on the log odds. */
    LOGIT_DEVIATIONS
  }

  /**
   * How far apart two matched units may be, both ends included.
   *
   * @param width above 0; infinite for no caliper
   * @param scale what the width is measured in
   */
  public record Caliper(double width, CaliperScale scale) {
    /** No limit. */
    public static final Caliper NONE = new Caliper(Double.POSITIVE_INFINITY, CaliperScale.SCORE);

    public Caliper {
      if (!(width > 0)) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            "Cannot match within a caliper of %s: it must be above 0. Give another."
                .formatted(width));
      }
    }

    @Override
    public String toString() {
      return switch (scale) {
        case SCORE -> String.valueOf(width);
        case SCORE_DEVIATIONS -> width + " standard deviations of the score";
        case LOGIT_DEVIATIONS -> width + " standard deviations of its log odds";
      };
    }
  }

  /** Which units outside the other group's range of scores are left out before matching. */
  public enum CommonSupport {
    /** None. */
    KEEP_ALL,
    /** Treated units whose score no comparison unit reaches. */
    DISCARD_TREATED,
    /** Comparison units whose score no treated unit reaches. */
    DISCARD_COMPARISON,
    /** Both. */
    DISCARD_BOTH;

    boolean discardsTreated() {
      return this == DISCARD_TREATED || this == DISCARD_BOTH;
    }

    boolean discardsComparison() {
      return this == DISCARD_COMPARISON || this == DISCARD_BOTH;
    }
  }

  /** Whether a comparison unit may be matched to several treated units. */
  public enum Replacement {
    /** As often as it is near. */
    WITH,
    /** Once. */
    WITHOUT
  }

  /** Who chooses first in greedy matching; ties go to the smallest unit. */
  public enum TreatedOrder {
    /** The treated unit with the highest score: it has the fewest neighbours. The default. */
    HIGHEST_SCORE,
    /** The treated unit with the lowest score. */
    LOWEST_SCORE,
    /** The treated unit with the smallest key, whatever its score. */
    KEY
  }
}
