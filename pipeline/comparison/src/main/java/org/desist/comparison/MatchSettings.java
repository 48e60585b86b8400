// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

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
}
