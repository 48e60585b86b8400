// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.desist.comparison.Balance;
import org.desist.comparison.BalanceThresholds;
import org.desist.comparison.Covariate;
import org.desist.comparison.Matching;
import org.desist.comparison.ScoreOverlap;
import org.desist.comparison.ScoredUnits;
import org.desist.comparison.Strata;
import org.desist.comparison.SupportedFit;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Two groups made comparable: score, matching and what can be said of it. Outcomes have no part in
 * it.
 */
final class Grouping {
  private final Units units;
  private final double[] scores;
  private final ScoredUnits scored;
  private final Matching matching;
  private final Balance balance;
  private final ScoreOverlap overlap;
  private final LeftOut leftOut;

  Grouping(
      Units units,
      double[] scores,
      ScoredUnits scored,
      Matching matching,
      Balance balance,
      ScoreOverlap overlap,
      LeftOut leftOut) {
    this.units = units;
    this.scores = scores;
    this.scored = scored;
    this.matching = matching;
    this.balance = balance;
    this.overlap = overlap;
    this.leftOut = leftOut;
  }

  /** People of both groups, matched or not. */
  Units units() {
    return units;
  }

  /** Propensity scores, one per unit, 0 to 1. */
  double[] scores() {
    return scores;
  }

  /** Weights of the units. */
  Matching matching() {
    return matching;
  }

  /** Of every covariate of the score. */
  Balance balance() {
    return balance;
  }

  /** Of the scores. */
  ScoreOverlap overlap() {
    return overlap;
  }

  /** People, covariates and levels that are not in the score. */
  LeftOut leftOut() {
    return leftOut;
  }

  /**
   * Fits the score and matches.
   *
   * @throws DesistException NOT_ESTIMABLE, naming covariates, when there is no score
   */
  static Grouping of(Units all, MatchPlan plan, BalanceThresholds thresholds) {
    SupportedFit supported =
        SupportedFit.of(all.treated(), chosen -> model(all.at(chosen), plan), plan.interactions());
    if (!supported.isEstimated()) {
      throw notEstimable(supported);
    }
    Units units = all.at(supported.units());
    double[] scores = supported.fit().scores(supported.design());
    ScoredUnits scored =
        ScoredUnits.of(scores, units.treated())
            .within(
                Strata.of(
                    units.size(), plan.exact().stream().map(name -> text(units, name)).toList()));
    LeftOut leftOut =
        new LeftOut(
            supported.exclusions(), supported.design().constants(), supported.fit().collinear());
    return matched(units, scores, scored, plan, covariates(units), thresholds, leftOut);
  }

  /** Bands that only serve in pairs enter beside the numbers that they are made of. */
  private static List<Covariate> model(Units units, MatchPlan plan) {
    List<Covariate> model = covariates(units);
    plan.interactions().stream()
        .flatMap(pair -> Stream.of(pair.first(), pair.second()))
        .distinct()
        .filter(name -> model.stream().noneMatch(covariate -> covariate.name().equals(name)))
        .forEach(name -> model.add(text(units, name)));
    return model;
  }

  /** By the covariates alone: which levels a few participants have is not for a report to say. */
  private static DesistException notEstimable(SupportedFit supported) {
    return new DesistException(
        ErrorCode.NOT_ESTIMABLE,
        supported.hasBothGroups()
            ? "Cannot compare: no stable score was found, as %s cannot be weighed against the rest. Widen the scope or the filters, or leave out interactions."
                .formatted(LeftOut.columns(supported.fit().separated()))
            : "Cannot compare: participants differ from everybody else in %s, and nobody is left who has somebody like them. Widen the scope or the filters of the request, so that people like the participants are among the others, or leave out interactions."
                .formatted(
                    LeftOut.columns(
                        supported.exclusions().stream()
                            .flatMap(exclusion -> exclusion.terms().stream())
                            .toList())));
  }

  private static Grouping matched(
      Units units,
      double[] scores,
      ScoredUnits scored,
      MatchPlan plan,
      List<Covariate> covariates,
      BalanceThresholds thresholds,
      LeftOut leftOut) {
    Matching matching = plan.settings().match(scored);
    double[] weights = matching.weights();
    return new Grouping(
        units,
        scores,
        scored,
        matching,
        Balance.of(covariates, units.treated(), weights, thresholds),
        ScoreOverlap.of(scored, weights),
        leftOut);
  }

  /** The same people and scores, matched otherwise. */
  Grouping with(MatchPlan plan, BalanceThresholds thresholds) {
    return matched(units, scores, scored, plan, covariates(units), thresholds, leftOut);
  }

  /** People of the comparison group. */
  int comparisonPeople() {
    double[] weights = matching.weights();
    return units.people(unit -> !units.treated()[unit] && weights[unit] > 0);
  }

  /**
   * What the comparison group counts for, in people: (sum of weights)^2 / sum of squared weights, a
   * person's weights taken together.
   */
  double effectiveComparison() {
    double[] weights = matching.weights();
    Map<Long, Double> totals = new HashMap<>();
    for (int unit = 0; unit < weights.length; unit++) {
      if (!units.treated()[unit] && weights[unit] > 0) {
        totals.merge(units.persons()[unit], weights[unit], Double::sum);
      }
    }
    double[] own = totals.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double sum = Arrays.stream(own).sum();
    return sum * sum / Arrays.stream(own).map(total -> total * total).sum();
  }

  /** Some of the participants against the whole pool, by the score that all participants have. */
  Grouping of(boolean[] kept, MatchPlan plan, BalanceThresholds thresholds) {
    int[] chosen =
        IntStream.range(0, units.size()).filter(u -> !units.treated()[u] || kept[u]).toArray();
    Units rest = units.where(unit -> !units.treated()[unit] || kept[unit]);
    double[] own = Arrays.stream(chosen).mapToDouble(unit -> scores[unit]).toArray();
    ScoredUnits scoredRest =
        ScoredUnits.of(own, rest.treated())
            .within(
                Strata.of(
                    rest.size(), plan.exact().stream().map(name -> text(rest, name)).toList()));
    return matched(rest, own, scoredRest, plan, covariates(rest), thresholds, leftOut);
  }

  private static List<Covariate> covariates(Units units) {
    List<Covariate> covariates = new ArrayList<>();
    for (Trait trait : Trait.SCORED) {
      if (trait.isText()) {
        covariates.add(text(units, trait.name()));
      } else if (trait.isNeed()) {
        covariates.add(Covariate.number(trait.name(), units.need(trait.name())));
      } else {
        covariates.add(Covariate.number(trait.name(), units.numbers().get(trait.name())));
      }
      if (trait.name().equals("age")) {
        double[] squares =
            Arrays.stream(units.numbers().get("age")).map(age -> age * age).toArray();
        covariates.add(Covariate.number("age_squared", squares));
      }
    }
    return covariates;
  }

  private static Covariate text(Units units, String name) {
    return Covariate.text(name, Arrays.asList(units.texts().get(name)));
  }
}
