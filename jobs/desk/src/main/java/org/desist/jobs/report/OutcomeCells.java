// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.OutcomeResult;
import org.desist.answer.OutcomeResult.Kind;
import org.desist.answer.OutcomeResult.Status;
import org.desist.comparison.Interval;
import org.desist.text.FigureText;

/** Numbers as tables, charts and screens print them; words in place of those that are not told. */
final class OutcomeCells {
  private static final String WITHHELD = "withheld (fewer than 10)";

  /** Of steps that follow each other: one of them is small, and the others would tell it. */
  private static final String WITHHELD_STEPS = "withheld (small numbers)";

  private static final String PROTECTING = "withheld (protects another number)";

  private OutcomeCells() {}

  /** Whether values may be printed at all. */
  static boolean isTold(OutcomeResult result) {
    return result.status() == Status.TESTED || result.status() == Status.NOT_TESTED;
  }

  /** Whether there are limits of the difference. */
  static boolean isTested(OutcomeResult result) {
    return result.status() == Status.TESTED && isFinite(result.interval());
  }

  /** The p-value among several tests; empty where there is none. */
  static String corrected(OutcomeResult result) {
    return Double.isNaN(result.correctedPValue())
        ? ""
        : FigureText.pValue(result.correctedPValue());
  }

  /** Why there is no value or no test; empty when there are both. */
  static String reason(OutcomeResult result) {
    return switch (result.status()) {
      case TESTED -> isTested(result) ? "" : "not tested";
      case NOT_TESTED -> "not tested: too few";
      case TOO_FEW -> "not measured: too few";
      case SUPPRESSED -> WITHHELD;
    };
  }

  /** One group's value with its interval, such as "26% (21% to 32%)". */
  static String value(Kind kind, double value, Interval interval) {
    String printed = kind.value(value);
    return isFinite(interval)
        ? "%s (%s to %s)"
            .formatted(printed, limit(kind, interval.lower()), limit(kind, interval.upper()))
        : printed;
  }

  /** The difference with its interval, such as "−9 points (−14 to −2)". */
  static String difference(OutcomeResult result) {
    String value = signed(result.kind(), result.difference()) + unit(result.kind());
    return isTested(result) ? "%s (%s)".formatted(value, limits(result)) : value;
  }

  /** The difference with its interval and without its unit: for a chart that names the unit. */
  static String bare(OutcomeResult result) {
    String value = signed(result.kind(), result.difference());
    return isTested(result) ? "%s (%s)".formatted(value, limits(result)) : value;
  }

  private static String limits(OutcomeResult result) {
    return signed(result.kind(), result.interval().lower())
        + " to "
        + signed(result.kind(), result.interval().upper());
  }

  /** With its sign, a true minus, and no sign at zero. */
  static String signed(Kind kind, double value) {
    return FigureText.trueMinus(FigureText.signed(kind.number(value)));
  }

  /** What a difference is counted in, after a blank. */
  static String unit(Kind kind) {
    return switch (kind) {
      case RATE -> " points";
      case FREQUENCY -> "";
      case DAYS -> " days";
    };
  }

  /** People who left at a step. */
  static String left(AttritionStep step) {
    return count(step.people(), step.status());
  }

  /** People left after a step. */
  static String remaining(AttritionStep step) {
    return count(step.remaining(), step.status());
  }

  /** A count, or that a small number is not told. */
  static String count(Integer number, String status) {
    if (number != null) {
      return FigureText.count(number);
    }
    return status.equals("suppressed") ? WITHHELD_STEPS : PROTECTING;
  }

  private static String limit(Kind kind, double value) {
    return kind == Kind.RATE ? FigureText.percent(value) : kind.number(value);
  }

  static boolean isFinite(Interval interval) {
    return interval != null
        && Double.isFinite(interval.lower())
        && Double.isFinite(interval.upper());
  }
}
