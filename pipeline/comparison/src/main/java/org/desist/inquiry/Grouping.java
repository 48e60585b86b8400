// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.desist.answer.ComparedGroups;
import org.desist.answer.ComparedGroups.BalanceRow;
import org.desist.answer.ComparedGroups.Diagnostic;
import org.desist.answer.ComparedGroups.Scores;
import org.desist.comparison.Balance;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.comparison.CaliperChoice;
import org.desist.comparison.CaliperChoice.CaliperTrial;
import org.desist.comparison.Covariate;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchedGroups;
import org.desist.comparison.Matching;
import org.desist.comparison.ScoreOverlap;
import org.desist.comparison.SupportedFit;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Two groups made comparable: score, matching and what can be said of it. Outcomes have no part in
 * it.
 */
final class Grouping {
  private static final int BINS = 20;

  private final Units units;
  private final MatchedGroups groups;
  private final LeftOut leftOut;
  private final List<CaliperTrial> trials;

  Grouping(Units units, MatchedGroups groups, LeftOut leftOut, List<CaliperTrial> trials) {
    this.units = units;
    this.groups = groups;
    this.leftOut = leftOut;
    this.trials = List.copyOf(trials);
  }

  /** People of both groups, matched or not. */
  Units units() {
    return units;
  }

  /** Propensity scores, one per unit, 0 to 1. */
  double[] scores() {
    return groups.scores();
  }

  /** Weights of the units. */
  Matching matching() {
    return groups.matching();
  }

  /** Of every covariate of the score. */
  Balance balance() {
    return groups.balance();
  }

  /** Of the scores. */
  ScoreOverlap overlap() {
    return groups.overlap();
  }

  /** The calipers that were tried, and which of them was taken. */
  List<CaliperTrial> trials() {
    return trials;
  }

  /** The caliper within which they are matched. */
  Caliper caliper() {
    return trials.stream().filter(CaliperTrial::isChosen).findFirst().orElseThrow().caliper();
  }

  /** People, covariates and levels that are not in the score. */
  LeftOut leftOut() {
    return leftOut;
  }

  /**
   * Fits the score and matches within the widest caliper of the plan at which every diagnostic
   * passes.
   *
   * @throws DesistException NOT_ESTIMABLE, naming covariates, when there is no score
   */
  static Grouping of(Units all, MatchPlan plan, BalanceThresholds thresholds) {
    SupportedFit supported =
        SupportedFit.of(all.treated(), chosen -> model(all.at(chosen), plan), plan.interactions());
    if (!supported.isEstimated()) {
      throw notEstimable(supported);
    }
    LeftOut leftOut =
        new LeftOut(
            supported.exclusions(), supported.design().constants(), supported.fit().collinear());
    double[] scores = supported.fit().scores(supported.design());
    return matched(all.at(supported.units()), scores, plan, thresholds, leftOut);
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
      Units units, double[] scores, MatchPlan plan, BalanceThresholds thresholds, LeftOut leftOut) {
    List<Covariate> exact = plan.exact().stream().map(name -> text(units, name)).toList();
    List<Covariate> covariates = covariates(units);
    CaliperChoice<Grouping> choice =
        CaliperChoice.of(
            plan.calipers(),
            caliper ->
                new Grouping(
                    units,
                    MatchedGroups.of(
                        scores,
                        units.treated(),
                        exact,
                        covariates,
                        plan.settings().within(caliper),
                        thresholds),
                    leftOut,
                    List.of()),
            grouping -> Diagnostics.verdict(Diagnostics.of(grouping)),
            grouping -> grouping.balance().faults());
    return new Grouping(units, choice.groups().groups, leftOut, choice.trials());
  }

  /** The same people and scores, matched otherwise. */
  Grouping with(MatchPlan plan, BalanceThresholds thresholds) {
    return matched(units, scores(), plan, thresholds, leftOut);
  }

  /** Numbers of the participants who have somebody to be compared with. */
  long[] analysed() {
    double[] weights = matching().weights();
    return IntStream.range(0, units.size())
        .filter(unit -> units.treated()[unit] && weights[unit] > 0)
        .mapToLong(unit -> units.persons()[unit])
        .toArray();
  }

  /** People of the comparison group. */
  int comparisonPeople() {
    double[] weights = matching().weights();
    return units.people(unit -> !units.treated()[unit] && weights[unit] > 0);
  }

  /**
   * What the comparison group counts for, in people: (sum of weights)^2 / sum of squared weights, a
   * person's weights taken together.
   */
  double effectiveComparison() {
    double[] weights = matching().weights();
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
    double[] scores = scores();
    double[] own = Arrays.stream(chosen).mapToDouble(unit -> scores[unit]).toArray();
    return matched(units.at(chosen), own, plan, thresholds, leftOut);
  }

  static List<Covariate> covariates(Units units) {
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

  /** The two groups in the form in which they are told. */
  ComparedGroups told(
      List<String> sentences, List<Diagnostic> diagnostics, BalanceThresholds thresholds) {
    return new ComparedGroups(
        matching().treatedMatched(),
        units.people(unit -> !units.treated()[unit]),
        comparisonPeople(),
        effectiveComparison(),
        matching().width(),
        trials,
        Trait.SCORED.stream().map(Trait::title).toList(),
        sentences,
        diagnostics,
        balance().covariates().stream()
            .map(
                figures ->
                    new BalanceRow(
                        figures.term().column(), TraitTitles.of(figures.term()), figures))
            .toList(),
        histograms(),
        thresholds);
  }

  private Scores histograms() {
    double[] weights = matching().weights();
    double[] ones = new double[weights.length];
    Arrays.fill(ones, 1);
    ScoreOverlap overlap = overlap();
    return new Scores(
        shares(true, weights),
        shares(false, ones),
        shares(false, weights),
        overlap.lower(),
        overlap.upper(),
        overlap.before(),
        overlap.after());
  }

  private List<Double> shares(boolean treated, double[] weights) {
    double[] scores = scores();
    double[] sums = new double[BINS];
    double all = 0;
    for (int unit = 0; unit < weights.length; unit++) {
      if (units.treated()[unit] == treated) {
        sums[Math.min(BINS - 1, (int) (scores[unit] * BINS))] += weights[unit];
        all += weights[unit];
      }
    }
    List<Double> shares = new ArrayList<>();
    for (double sum : sums) {
      shares.add(all == 0 ? 0 : sum / all);
    }
    return shares;
  }
}
