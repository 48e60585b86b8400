// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import java.math.BigDecimal;
import org.desist.comparison.Interval;
import org.desist.text.FigureText;

/**
 * One outcome of the two groups, or the reason why it is not told. Rates lie from 0 to 1, a
 * frequency is reoffences per person, times are days; numbers that do not apply are NaN.
 *
 * @param analysis {@code all}, or what participants are grouped by: region, sex, age, completion,
 *     dose; {@code placebo} for what came before, {@code doubly_robust} for the second estimate
 * @param category the group, such as {@code 18-24}; {@code all} for all
 * @param outcome code: rate, frequency, days_to_first_reoffence, first_reoffence_summary, ...
 * @param title in words: a noun phrase that can follow "the", such as "one-year reoffending rate"
 * @param kind what the numbers are
 * @param status whether it is told and tested
 * @param treatedPeople participants who count here
 * @param comparisonPeople people of the comparison group who count here
 * @param effectiveComparison what they count for
 * @param treated value of the participants
 * @param treatedInterval 95%
 * @param comparison value of the comparison group
 * @param comparisonInterval 95%
 * @param difference participants less comparison group
 * @param interval 95%, of the difference
 * @param pValue two-sided
 * @param correctedPValue the same, allowed for how many outcomes are tested with it; NaN for the
 *     headline, which is tested alone
 * @param isSignificant by the rule of the method
 * @param neededPeople how many participants would have been needed for a rate like this to be
 *     significant; null where that does not apply
 * @param words the outcome in one or two sentences; never empty
 */
public record OutcomeResult(
    String analysis,
    String category,
    String outcome,
    String title,
    Kind kind,
    Status status,
    int treatedPeople,
    int comparisonPeople,
    double effectiveComparison,
    double treated,
    Interval treatedInterval,
    double comparison,
    Interval comparisonInterval,
    double difference,
    Interval interval,
    double pValue,
    double correctedPValue,
    boolean isSignificant,
    Long neededPeople,
    String words) {
  /** What the numbers are. */
  public enum Kind {
    /** Share of people, 0 to 1. */
    RATE,
    /** Reoffences per person. */
    FREQUENCY,
    /** Mean days, of those who reoffended. */
    DAYS;

    /** A number without its unit: people of 100, reoffences per person, or days. */
    public String number(double value) {
      return Double.isFinite(value) ? rounded(value).toPlainString() : "not known";
    }

    /** A number with its unit. */
    public String value(double value) {
      return switch (this) {
        case RATE -> FigureText.percent(value);
        case FREQUENCY -> number(value);
        case DAYS -> number(value) + (Double.isFinite(value) ? " " + unit(value) : "");
      };
    }

    BigDecimal rounded(double value) {
      BigDecimal exact = BigDecimal.valueOf(value);
      return switch (this) {
        case RATE -> FigureText.rounded(exact.movePointRight(2), 0);
        case FREQUENCY -> FigureText.rounded(exact, 2);
        case DAYS -> FigureText.rounded(exact, 0);
      };
    }

    /** What a rounded number counts, in the singular for one. */
    String unit(double value) {
      boolean isOne = rounded(value).abs().compareTo(BigDecimal.ONE) == 0;
      return switch (this) {
        case RATE -> isOne ? "person" : "people";
        case FREQUENCY -> "per person";
        case DAYS -> isOne ? "day" : "days";
      };
    }
  }

  /** Whether an outcome is told and tested. */
  public enum Status {
    /** Values and test. */
    TESTED,
    /** Values, but too few for a test. */
    NOT_TESTED,
    /** Not measured: fewer reoffenders than the method asks for. */
    TOO_FEW,
    /** Withheld: it would show the number of fewer than ten people. */
    SUPPRESSED
  }

  /** The same result, put into words. */
  public OutcomeResult withWords(String sentence) {
    return with(correctedPValue, isSignificant, sentence);
  }

  /** The same result, judged by a corrected p-value; its words are those of before. */
  public OutcomeResult corrected(double p, boolean isSignificantSo) {
    return with(p, isSignificantSo, words);
  }

  private OutcomeResult with(double corrected, boolean significant, String sentence) {
    return new OutcomeResult(
        analysis,
        category,
        outcome,
        title,
        kind,
        status,
        treatedPeople,
        comparisonPeople,
        effectiveComparison,
        treated,
        treatedInterval,
        comparison,
        comparisonInterval,
        difference,
        interval,
        pValue,
        corrected,
        significant,
        neededPeople,
        sentence);
  }
}
