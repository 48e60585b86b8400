// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import org.desist.comparison.Caliper;
import org.desist.comparison.CommonSupport;
import org.desist.comparison.Replacement;
import org.desist.comparison.TreatedOrder;

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

  /** The method's default: everybody within 0.05 of the score. */
  public static final MatchSettings METHOD =
      new MatchSettings(
          Method.RADIUS,
          Caliper.METHOD,
          CommonSupport.KEEP_ALL,
          1,
          Replacement.WITH,
          TreatedOrder.HIGHEST_SCORE);
}
