// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.desist.answer.OutcomeResult;
import org.desist.answer.OutcomeResult.Kind;
import org.desist.answer.OutcomeResult.Status;
import org.desist.answer.OutcomeWords;
import org.desist.comparison.Effect;
import org.desist.comparison.Interval;
import org.desist.comparison.SampleSize;
import org.desist.method.Method;

/** Measures outcomes of two matched groups, and decides what of them is told (METHOD 8.7, 9). */
final class OutcomeMeasure {
  private static final String PLACEBO = "placebo";
  private static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  private final Method method;
  private final Grouping grouping;
  private final double[] weights;
  private final int reoffenders;

  /**
   * Prepares.
   *
   * @param reoffended 1 or 0 by unit of the grouping: the rule of significance counts them
   */
  OutcomeMeasure(Method method, Grouping grouping, double[] reoffended) {
    this.method = method;
    this.grouping = grouping;
    this.weights = grouping.matching().weights();
    this.reoffenders = people(reoffended, true);
  }

  /** Measures one outcome, by unit of the grouping. */
  OutcomeResult measure(
      String analysis, String category, MeasuredOutcome outcome, double[] values, double[] people) {
    return measure(
        analysis, category, outcome.code(), outcome.title(), outcome.kind(), values, people);
  }

  /** Participants who reoffended. */
  int reoffenders() {
    return reoffenders;
  }

  /** A result of which nothing but the sizes of the groups is told. */
  static OutcomeResult withheld(OutcomeResult result) {
    OutcomeResult empty =
        new OutcomeResult(
            result.analysis(),
            result.category(),
            result.outcome(),
            result.title(),
            result.kind(),
            Status.SUPPRESSED,
            result.treatedPeople(),
            result.comparisonPeople(),
            result.effectiveComparison(),
            Double.NaN,
            NONE,
            Double.NaN,
            NONE,
            Double.NaN,
            NONE,
            Double.NaN,
            Double.NaN,
            false,
            null,
            "");
    return empty.withWords(OutcomeWords.of(empty));
  }

  /**
   * Measures what people did before: no reoffending, so the rule on reoffenders has no say, and
   * what is tested with others is judged by them all.
   */
  OutcomeResult placebo(String code, String title, Kind kind, double[] values, double[] people) {
    return measure(PLACEBO, "all", code, title, kind, values, people);
  }

  private OutcomeResult measure(
      String analysis,
      String category,
      String code,
      String title,
      Kind kind,
      double[] values,
      double[] people) {
    Units units = grouping.units();
    Effect effect = Effect.ofPeople(title, values, units.treated(), weights, units.persons());
    Status status = status(kind, people);
    boolean isTold = status == Status.TESTED || status == Status.NOT_TESTED;
    boolean isTested = status == Status.TESTED && !Double.isNaN(effect.pValue());
    boolean isSignificant =
        isTested
            && effect.isSignificant()
            && (analysis.equals(PLACEBO)
                || reoffenders >= method.comparison().minimumReoffenders());
    OptionalLong needed =
        kind == Kind.RATE && isTested && !isSignificant
            ? SampleSize.needed(effect.treatedUnits(), effect.difference(), effect.standardError())
            : OptionalLong.empty();
    OutcomeResult result =
        new OutcomeResult(
            analysis,
            category,
            code,
            title,
            kind,
            isTold && !isTested ? Status.NOT_TESTED : status,
            effect.treatedUnits(),
            effect.comparisonUnits(),
            effect.effectiveComparison(),
            isTold ? effect.treatedValue() : Double.NaN,
            isTold ? effect.treatedInterval() : NONE,
            isTold ? effect.comparisonValue() : Double.NaN,
            isTold ? effect.comparisonInterval() : NONE,
            isTold ? effect.difference() : Double.NaN,
            isTested ? effect.interval() : NONE,
            isTested ? effect.pValue() : Double.NaN,
            Double.NaN,
            isSignificant,
            needed.isPresent() ? needed.getAsLong() : null,
            "");
    return result.withWords(
        analysis.equals(PLACEBO) ? OutcomeWords.placebo(result) : OutcomeWords.of(result));
  }

  private Status status(Kind kind, double[] people) {
    int own = people(people, true);
    int other = people(people, false);
    Method.Comparison rules = method.comparison();
    if (kind == Kind.DAYS && Math.min(own, other) < rules.minimumReoffenders()) {
      return Status.TOO_FEW;
    }
    if (isSmall(own) || isSmall(other)) {
      return Status.SUPPRESSED;
    }
    return Math.min(own, expected(people)) < rules.minimumExpected()
        ? Status.NOT_TESTED
        : Status.TESTED;
  }

  private boolean isSmall(int count) {
    return count > 0 && count < method.disclosure().smallestCount();
  }

  private int people(double[] flags, boolean treated) {
    Units units = grouping.units();
    return units.people(
        unit -> units.treated()[unit] == treated && weights[unit] > 0 && flags[unit] > 0);
  }

  /** How many of the comparison group have the outcome, as far as it counts: n x p. */
  private double expected(double[] flags) {
    double sum = 0;
    double weighted = 0;
    for (int unit = 0; unit < flags.length; unit++) {
      if (!grouping.units().treated()[unit]) {
        sum += weights[unit];
        weighted += weights[unit] * flags[unit];
      }
    }
    return grouping.effectiveComparison() * weighted / sum;
  }

  /**
   * Outcomes by court mode, which add up to those of all reoffenders: where one of them is
   * withheld, the others are, as together with the total they would tell it.
   */
  static final class CourtModes {
    private static final Set<String> CODES =
        MeasuredOutcome.ALL.stream()
            .filter(outcome -> outcome.family().equals("court_mode"))
            .map(MeasuredOutcome::code)
            .collect(Collectors.toUnmodifiableSet());

    private CourtModes() {}

    /** The results with nothing in them that tells one that is withheld. */
    static List<OutcomeResult> told(List<OutcomeResult> results) {
      Set<Kind> withheld = EnumSet.noneOf(Kind.class);
      results.stream()
          .filter(CourtModes::isOfMode)
          .filter(result -> result.status() == Status.SUPPRESSED)
          .forEach(result -> withheld.add(result.kind()));
      return results.stream()
          .map(
              result ->
                  isOfMode(result) && withheld.contains(result.kind())
                      ? OutcomeMeasure.withheld(result)
                      : result)
          .toList();
    }

    private static boolean isOfMode(OutcomeResult result) {
      return CODES.contains(result.outcome());
    }
  }
}
