// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.List;
import java.util.Objects;
import org.desist.comparison.Balance.Verdict;
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
 * @param calipers to be tried, the widest first; one where it is fixed
 * @param exact covariates that must be equal
 * @param interactions pairs of covariates whose combinations enter the score
 */
public record MatchPlan(
    MatchSettings settings,
    List<Caliper> calipers,
    List<String> exact,
    List<Interaction> interactions) {
  public MatchPlan {
    calipers = List.copyOf(calipers);
    exact = List.copyOf(exact);
    interactions = List.copyOf(interactions);
  }

  static MatchPlan of(Request.Matching asked, Method.Comparison method) {
    List<Caliper> calipers =
        asked
            .width()
            .map(width -> List.of(new Caliper(width.doubleValue(), scale(asked.caliperScale()))))
            .orElseGet(() -> usual(method));
    boolean isNearest = "nearest".equals(asked.matching());
    boolean isReplaced = !isNearest || Objects.requireNonNullElse(asked.replacement(), false);
    return new MatchPlan(
        new MatchSettings(
            isNearest ? MatchSettings.Method.NEAREST : MatchSettings.Method.RADIUS,
            calipers.get(0),
            CommonSupport.KEEP_ALL,
            Objects.requireNonNullElse(asked.ratio(), 1),
            isReplaced ? Replacement.WITH : Replacement.WITHOUT,
            TreatedOrder.HIGHEST_SCORE),
        calipers,
        asked.exact(),
        asked.interactions().stream()
            .map(pair -> new Interaction(pair.get(0), pair.get(1)))
            .toList());
  }

  /** Those of the method. */
  public static List<Caliper> usual(Method.Comparison method) {
    return method.calipers().stream()
        .map(caliper -> new Caliper(caliper.width(), scale(caliper.scale())))
        .toList();
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

  /** The same plan with other calipers to be tried. */
  MatchPlan within(Caliper... others) {
    return new MatchPlan(settings.within(others[0]), List.of(others), exact, interactions);
  }

  /** Whether the data on who took part choose the caliper. */
  boolean isAuto() {
    return calipers.size() > 1;
  }

  /** The plan in words, before the groups are made. */
  String words() {
    return words(
        isAuto()
            ? "auto: the widest of %s at which every diagnostic passes".formatted(list())
            : calipers.get(0).toString());
  }

  /** The plan in words, with the caliper that was taken. */
  String words(Grouping grouping) {
    if (!isAuto()) {
      return words();
    }
    boolean isPassed = grouping.trials().stream().anyMatch(t -> t.verdict() == Verdict.PASSED);
    return words(
        isPassed
            ? "%s (auto: the widest of %s at which every diagnostic passes)"
                .formatted(grouping.caliper(), list())
            : "%s (auto: the one with the fewest red details, as at none of %s every diagnostic passes)"
                .formatted(grouping.caliper(), list()));
  }

  private String words(String caliper) {
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
    words.append(" on the propensity score, caliper ").append(caliper);
    if (!exact.isEmpty()) {
      words.append("; equal in ").append(String.join(", ", exact));
    }
    for (Interaction pair : interactions) {
      words.append("; with %s by %s".formatted(pair.first(), pair.second()));
    }
    return words.toString();
  }

  /** Widths with the unit that they share said once: "0.05; 0.5, 0.25 standard deviations". */
  private String list() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < calipers.size(); i++) {
      Caliper caliper = calipers.get(i);
      boolean isLast = i == calipers.size() - 1;
      boolean isOne = !isLast && calipers.get(i + 1).scale() == caliper.scale();
      words.append(isOne ? String.valueOf(caliper.width()) : caliper.toString());
      words.append(isLast ? "" : isOne ? ", " : "; ");
    }
    return words.toString();
  }
}
