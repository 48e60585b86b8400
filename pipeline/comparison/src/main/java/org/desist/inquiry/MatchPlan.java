// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.List;
import java.util.Objects;
import org.desist.comparison.DesignMatrix.Interaction;
import org.desist.comparison.MatchSettings;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CaliperScale;
import org.desist.comparison.MatchSettings.CommonSupport;
import org.desist.comparison.MatchSettings.Replacement;
import org.desist.comparison.MatchSettings.TreatedOrder;
import org.desist.method.Method;
import org.desist.request.Request;

/**
 * How a request is matched: what it says, and the method where it says nothing.
 *
 * @param settings who is matched to whom
 * @param exact covariates that must be equal
 * @param interactions pairs of covariates whose combinations enter the score
 */
record MatchPlan(MatchSettings settings, List<String> exact, List<Interaction> interactions) {
  static MatchPlan of(Request.Matching asked, Method.Comparison method) {
    double width = asked.caliper() == null ? method.caliper() : asked.caliper().doubleValue();
    boolean isNearest = "nearest".equals(asked.matching());
    boolean isReplaced = !isNearest || Objects.requireNonNullElse(asked.replacement(), false);
    return new MatchPlan(
        new MatchSettings(
            isNearest ? MatchSettings.Method.NEAREST : MatchSettings.Method.RADIUS,
            new Caliper(width, scale(asked.caliperScale())),
            CommonSupport.KEEP_ALL,
            Objects.requireNonNullElse(asked.ratio(), 1),
            isReplaced ? Replacement.WITH : Replacement.WITHOUT,
            TreatedOrder.HIGHEST_SCORE),
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
    return new MatchPlan(settings.within(other), exact, interactions);
  }

  /** The plan in words. */
  String words() {
    StringBuilder words = new StringBuilder();
    words.append(
        switch (settings.method()) {
          case RADIUS -> "everybody within the caliper, with replacement (radius matching)";
          case NEAREST ->
              "the nearest %s with%s replacement"
                  .formatted(
                      settings.ratio() == 1 ? "neighbour" : settings.ratio() + " neighbours",
                      settings.replacement() == Replacement.WITH ? "" : "out");
        });
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
    String width = String.valueOf(settings.caliper().width());
    return switch (settings.caliper().scale()) {
      case SCORE -> width;
      case SCORE_DEVIATIONS -> width + " standard deviations of the score";
      case LOGIT_DEVIATIONS -> width + " standard deviations of its log odds";
    };
  }
}
