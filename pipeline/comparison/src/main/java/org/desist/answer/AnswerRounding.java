// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.Curve;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.Answer.Linking;
import org.desist.answer.Answer.Sensitivity;
import org.desist.answer.ComparedGroups.BalanceRow;
import org.desist.answer.ComparedGroups.Scores;
import org.desist.comparison.Balance.CovariateBalance;
import org.desist.comparison.Interval;
import org.desist.comparison.Term;
import org.desist.text.FigureText;

/**
 * The figures of an answer as they leave: counts to the nearest 5, rates to a tenth of a percentage
 * point, reoffences per person to a hundredth, times to a day. Each figure is rounded by itself,
 * from the exact one, so sums and differences may be off by a unit. Page, JSON and marts have these
 * and no others; words are made from them.
 */
public final class AnswerRounding {
  private static final int STEP = 5;

  /** Of a share from 0 to 1: a tenth of a percentage point. */
  private static final int SHARE_PLACES = 3;

  /** Of what is neither a share nor a count, such as a standardised difference in percent. */
  private static final int OTHER_PLACES = 1;

  /** Of ratios, scores, and bars of their chart. */
  private static final int RATIO_PLACES = 2;

  private AnswerRounding() {}

  /** A count to the nearest 5. */
  public static int count(int people) {
    return (int) count((long) people);
  }

  private static Integer countOrNull(Integer people) {
    return people == null ? null : Integer.valueOf(count(people.intValue()));
  }

  private static long count(long people) {
    return Math.floorDiv(2 * people + STEP, 2L * STEP) * STEP;
  }

  /** Every figure rounded; sentences are taken as they are. */
  public static Answer rounded(Answer exact) {
    Map<String, String> words = new LinkedHashMap<>();
    List<OutcomeResult> outcomes = results(exact.outcomes(), words);
    List<OutcomeResult> parts = results(exact.subAnalyses(), words);
    List<OutcomeResult> placebos = results(exact.placebos(), words);
    OutcomeResult second = second(exact, words);
    return new Answer(
        exact.protocol(),
        exact.state(),
        exact.override(),
        exact.sentences(),
        exact.cautions().stream().map(caution -> reworded(caution, words)).toList(),
        exact.needed(),
        exact.attrition().stream().map(AnswerRounding::step).toList(),
        linking(exact.linking()),
        detectable(exact.detectable()),
        exact.groups() == null ? null : groups(exact.groups()),
        outcomes,
        parts,
        exact.curve() == null ? null : curve(exact.curve()),
        placebos,
        second,
        exact.sensitivity() == null ? null : sensitivity(exact.sensitivity()),
        exact.immortalTime(),
        exact.notes());
  }

  /** Cautions repeat what results say. */
  private static String reworded(String caution, Map<String, String> words) {
    String told = caution;
    for (Map.Entry<String, String> one : words.entrySet()) {
      told = told.replace(one.getKey(), one.getValue());
    }
    return told;
  }

  private static List<OutcomeResult> results(
      List<OutcomeResult> results, Map<String, String> words) {
    List<OutcomeResult> rounded = new ArrayList<>();
    for (OutcomeResult exact : results) {
      OutcomeResult result = result(exact);
      words.put(exact.words(), result.words());
      rounded.add(result);
    }
    return rounded;
  }

  private static OutcomeResult second(Answer exact, Map<String, String> words) {
    if (exact.second() == null) {
      return null;
    }
    boolean isFar = exact.cautions().contains(exact.second().words());
    OutcomeResult result = figures(exact.second());
    OutcomeResult told = result.withWords(OutcomeWords.second(result, isFar));
    words.put(exact.second().words(), told.words());
    return told;
  }

  /** A result with its words. */
  public static OutcomeResult result(OutcomeResult exact) {
    OutcomeResult result = figures(exact);
    return result.withWords(
        exact.analysis().equals("placebo")
            ? OutcomeWords.placebo(result)
            : OutcomeWords.of(result));
  }

  private static OutcomeResult figures(OutcomeResult exact) {
    int places = places(exact.kind());
    return new OutcomeResult(
        exact.analysis(),
        exact.category(),
        exact.outcome(),
        exact.title(),
        exact.kind(),
        exact.status(),
        count(exact.treatedPeople()),
        count(exact.comparisonPeople()),
        counted(exact.effectiveComparison()),
        number(exact.treated(), places),
        interval(exact.treatedInterval(), places),
        number(exact.comparison(), places),
        interval(exact.comparisonInterval(), places),
        number(exact.difference(), places),
        interval(exact.interval(), places),
        number(exact.pValue(), SHARE_PLACES),
        number(exact.correctedPValue(), SHARE_PLACES),
        exact.isSignificant(),
        exact.neededPeople() == null ? null : Long.valueOf(count(exact.neededPeople().longValue())),
        exact.words());
  }

  private static int places(OutcomeResult.Kind kind) {
    return switch (kind) {
      case RATE -> SHARE_PLACES;
      case FREQUENCY -> 2;
      case DAYS -> 0;
    };
  }

  private static AttritionStep step(AttritionStep step) {
    return new AttritionStep(
        step.reason(), countOrNull(step.people()), countOrNull(step.remaining()), step.status());
  }

  private static Linking linking(Linking linking) {
    Map<String, Integer> rules = new TreeMap<>(linking.byRule());
    rules.replaceAll((rule, people) -> countOrNull(people));
    return new Linking(rules, linking.threshold(), linking.margin());
  }

  /** What could be seen; null stays null. */
  public static Detectable detectable(Detectable detectable) {
    return detectable == null
        ? null
        : new Detectable(
            count(detectable.treated()),
            count(detectable.comparison()),
            number(detectable.expectedRate(), SHARE_PLACES),
            number(detectable.points(), OTHER_PLACES));
  }

  private static ComparedGroups groups(ComparedGroups groups) {
    return new ComparedGroups(
        count(groups.treated()),
        count(groups.pool()),
        count(groups.comparison()),
        counted(groups.effectiveComparison()),
        groups.caliper(),
        groups.calipers(),
        groups.covariates(),
        groups.leftOut(),
        groups.diagnostics(),
        groups.balance().stream().map(AnswerRounding::balance).toList(),
        scores(groups.scores()),
        groups.thresholds());
  }

  private static BalanceRow balance(BalanceRow row) {
    CovariateBalance figures = row.figures();
    int places = figures.term().kind() == Term.Kind.NUMBER ? OTHER_PLACES : SHARE_PLACES;
    return new BalanceRow(
        row.covariate(),
        row.title(),
        new CovariateBalance(
            figures.term(),
            number(figures.treatedBefore(), places),
            number(figures.comparisonBefore(), places),
            number(figures.treatedAfter(), places),
            number(figures.comparisonAfter(), places),
            number(figures.before(), OTHER_PLACES),
            number(figures.after(), OTHER_PLACES),
            number(figures.varianceRatioAfter(), RATIO_PLACES),
            figures.light()));
  }

  private static Scores scores(Scores scores) {
    return new Scores(
        numbers(scores.treated(), RATIO_PLACES),
        numbers(scores.pool(), RATIO_PLACES),
        numbers(scores.comparison(), RATIO_PLACES),
        number(scores.lower(), RATIO_PLACES),
        number(scores.upper(), RATIO_PLACES),
        number(scores.overlapBefore(), RATIO_PLACES),
        number(scores.overlapAfter(), RATIO_PLACES));
  }

  private static Curve curve(Curve curve) {
    return new Curve(
        numbers(curve.treated(), SHARE_PLACES), numbers(curve.comparison(), SHARE_PLACES));
  }

  private static Sensitivity sensitivity(Sensitivity sensitivity) {
    return new Sensitivity(
        number(sensitivity.riskRatio(), RATIO_PLACES),
        number(sensitivity.eValue(), RATIO_PLACES),
        number(sensitivity.limitEValue(), RATIO_PLACES));
  }

  private static Interval interval(Interval interval, int places) {
    return new Interval(limit(interval.lower(), places), limit(interval.upper(), places));
  }

  /** A limit that is not nought does not become so: an interval has a difference in it, or not. */
  private static double limit(double exact, int places) {
    double limit = number(exact, places);
    return limit == 0 && exact != 0 ? Math.copySign(Math.pow(10, -places), exact) : limit;
  }

  private static List<Double> numbers(List<Double> numbers, int places) {
    return numbers.stream().map(number -> number(number, places)).toList();
  }

  /** What is counted and no whole number, such as an effective size. */
  private static double counted(double number) {
    return Double.isFinite(number) ? count(Math.round(number)) : number;
  }

  private static double number(double number, int places) {
    return Double.isFinite(number)
        ? FigureText.rounded(BigDecimal.valueOf(number), places).doubleValue()
        : number;
  }
}
