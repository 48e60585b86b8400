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
import org.desist.comparison.Collinearity;
import org.desist.comparison.Covariate;
import org.desist.comparison.DesignMatrix;
import org.desist.comparison.LogisticFit;
import org.desist.comparison.LogisticRegression;
import org.desist.comparison.Matching;
import org.desist.comparison.ScoreOverlap;
import org.desist.comparison.ScoredUnits;
import org.desist.comparison.Strata;
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
  private final List<String> leftOut;

  Grouping(
      Units units,
      double[] scores,
      ScoredUnits scored,
      Matching matching,
      Balance balance,
      ScoreOverlap overlap,
      List<String> leftOut) {
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

  /** Sentences on covariates and levels that are not in the score. */
  List<String> leftOut() {
    return leftOut;
  }

  /**
   * Fits the score and matches.
   *
   * @throws DesistException NOT_ESTIMABLE, naming covariates, when there is no score
   */
  static Grouping of(Units all, MatchPlan plan, BalanceThresholds thresholds) {
    CommonLevels common =
        CommonLevels.of(all, Trait.SCORED.stream().filter(trait -> !trait.isNeed()).toList());
    Units units = common.units();
    if (units.treatedCount() == 0 || units.treatedCount() == units.size()) {
      throw new DesistException(
          ErrorCode.NOT_ESTIMABLE,
          "Cannot compare: no participant has the traits of anybody else. Ask for a wider scope.");
    }
    List<Covariate> covariates = covariates(units);
    List<Covariate> model = new ArrayList<>(covariates);
    // Bands that only serve in pairs enter beside the numbers that they are made of.
    plan.interactions().stream()
        .flatMap(pair -> Stream.of(pair.first(), pair.second()))
        .distinct()
        .filter(name -> model.stream().noneMatch(covariate -> covariate.name().equals(name)))
        .forEach(name -> model.add(text(units, name)));
    DesignMatrix design = DesignMatrix.of(model, plan.interactions());
    LogisticFit fit = LogisticRegression.fit(design, units.treated()).required();
    double[] scores = fit.scores(design);
    ScoredUnits scored =
        ScoredUnits.of(scores, units.treated())
            .within(
                Strata.of(
                    units.size(), plan.exact().stream().map(name -> text(units, name)).toList()));
    List<String> leftOut = new ArrayList<>(common.notes());
    design
        .constants()
        .forEach(name -> leftOut.add(name.replace('_', ' ') + ": the same for everybody."));
    fit.collinear().forEach(one -> leftOut.add(sentence(one)));
    return matched(units, scores, scored, plan, covariates, thresholds, leftOut);
  }

  private static String sentence(Collinearity one) {
    return "%s: follows from %s, and is not counted twice."
        .formatted(
            Titles.of(one.term()),
            String.join(", ", one.determinedBy().stream().map(Titles::of).toList()));
  }

  private static Grouping matched(
      Units units,
      double[] scores,
      ScoredUnits scored,
      MatchPlan plan,
      List<Covariate> covariates,
      BalanceThresholds thresholds,
      List<String> leftOut) {
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
