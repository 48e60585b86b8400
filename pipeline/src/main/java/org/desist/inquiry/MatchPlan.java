// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.desist.comparison.Caliper;
import org.desist.comparison.CaliperScale;
import org.desist.comparison.CommonSupport;
import org.desist.comparison.Interaction;
import org.desist.comparison.Matching;
import org.desist.comparison.NearestMatching;
import org.desist.comparison.RadiusMatching;
import org.desist.comparison.Replacement;
import org.desist.comparison.ScoredUnits;
import org.desist.method.Method;
import org.desist.request.Request;

/**
 * How a request is matched: what it says, and the method where it says nothing.
 *
 * @param isNearest nearest neighbours instead of everybody within the caliper
 * @param caliper greatest distance
 * @param ratio neighbours of a participant; 1 for radius matching, which has no such number
 * @param replacement whether one may stand for several
 * @param exact covariates that must be equal
 * @param interactions pairs of covariates whose combinations enter the score
 */
record MatchPlan(
    boolean isNearest,
    Caliper caliper,
    int ratio,
    Replacement replacement,
    List<String> exact,
    List<Interaction> interactions) {
  static MatchPlan of(Request.Matching asked, Method.Comparison method) {
    double width = asked.caliper() == null ? method.caliper() : asked.caliper().doubleValue();
    boolean isNearest = "nearest".equals(asked.matching());
    boolean isReplaced = !isNearest || Objects.requireNonNullElse(asked.replacement(), false);
    return new MatchPlan(
        isNearest,
        new Caliper(width, scale(asked.caliperScale())),
        Objects.requireNonNullElse(asked.ratio(), 1),
        isReplaced ? Replacement.WITH : Replacement.WITHOUT,
        asked.exact(),
        asked.interactions().stream()
            .map(pair -> new Interaction(pair.get(0), pair.get(1)))
            .toList());
  }

  private static CaliperScale scale(String name) {
    if (name == null) {
      return CaliperScale.SCORE;
    }
    return switch (name) {
      case "sd" -> CaliperScale.SCORE_DEVIATIONS;
      case "sd-logit" -> CaliperScale.LOGIT_DEVIATIONS;
      default -> CaliperScale.SCORE;
    };
  }

  /** The same plan within another caliper. */
  MatchPlan within(Caliper other) {
    return new MatchPlan(isNearest, other, ratio, replacement, exact, interactions);
  }

  Matching match(ScoredUnits units) {
    return isNearest
        ? NearestMatching.match(units, caliper, CommonSupport.KEEP_ALL, ratio, replacement)
        : RadiusMatching.match(units, caliper, CommonSupport.KEEP_ALL);
  }

  /** The plan in words. */
  String words() {
    StringBuilder words = new StringBuilder();
    if (isNearest) {
      words.append(
          "the nearest %s with%s replacement"
              .formatted(
                  ratio == 1 ? "neighbour" : ratio + " neighbours",
                  replacement == Replacement.WITH ? "" : "out"));
    } else {
      words.append("everybody within the caliper, with replacement (radius matching)");
    }
    words.append(" on the propensity score, caliper ").append(caliperWords());
    if (!exact.isEmpty()) {
      words.append("; equal in ").append(String.join(", ", exact));
    }
    for (Interaction pair : interactions) {
      words.append("; with %s by %s".formatted(pair.first(), pair.second()));
    }
    return words.toString();
  }

  private String caliperWords() {
    String width = String.format(Locale.ROOT, "%s", caliper.width());
    return switch (caliper.scale()) {
      case SCORE -> width;
      case SCORE_DEVIATIONS -> width + " standard deviations of the score";
      case LOGIT_DEVIATIONS -> width + " standard deviations of its log odds";
    };
  }
}
