// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import org.desist.answer.OutcomeResult;
import org.desist.answer.OutcomeResult.Kind;
import org.desist.answer.OutcomeResult.Status;
import org.desist.answer.OutcomeWords;
import org.desist.comparison.Interval;

/** Outcomes of invented requests: told, tested or neither. */
final class SampleOutcomes {
  static final double EFFECTIVE = 18_400;
  private static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  private SampleOutcomes() {}

  static OutcomeResult tested(
      String analysis,
      String category,
      String outcome,
      String title,
      Kind kind,
      int people,
      double treated,
      double comparison,
      double lower,
      double upper,
      double p,
      Long needed) {
    boolean isRate = kind == Kind.RATE;
    boolean isPrimary = analysis.equals("all") && outcome.equals("rate");
    return worded(
        new OutcomeResult(
            analysis,
            category,
            outcome,
            title,
            kind,
            Status.TESTED,
            people,
            21_950,
            EFFECTIVE,
            treated,
            isRate ? Interval.wilson(treated, people) : spread(treated, 0.2),
            comparison,
            isRate ? Interval.wilson(comparison, EFFECTIVE) : spread(comparison, 0.02),
            treated - comparison,
            new Interval(lower, upper),
            p,
            isPrimary ? Double.NaN : Math.min(1, 2 * p),
            (isPrimary ? p : 2 * p) <= 0.05,
            needed,
            "-"));
  }

  static OutcomeResult untold(String outcome, String title, Kind kind, Status status) {
    return untold(outcome, title, kind, status, "all", "all");
  }

  static OutcomeResult untold(
      String outcome, String title, Kind kind, Status status, String analysis, String category) {
    boolean isTold = status == Status.NOT_TESTED;
    return worded(
        new OutcomeResult(
            analysis,
            category,
            outcome,
            title,
            kind,
            status,
            231,
            21_950,
            EFFECTIVE,
            isTold ? 0.11 : Double.NaN,
            NONE,
            isTold ? 0.19 : Double.NaN,
            NONE,
            isTold ? -0.08 : Double.NaN,
            NONE,
            Double.NaN,
            Double.NaN,
            false,
            null,
            "-"));
  }

  static OutcomeResult placebo() {
    OutcomeResult r =
        tested(
            "placebo",
            "all",
            "earlier_rate_1_12",
            "Rate of offending in months 1 to 12 before the index date",
            Kind.RATE,
            231,
            0.614,
            0.623,
            -0.072,
            0.054,
            0.78,
            null);
    return r.withWords(OutcomeWords.placebo(r));
  }

  static OutcomeResult second(double treated, double comparison) {
    OutcomeResult r =
        new OutcomeResult(
            "doubly_robust",
            "all",
            "rate",
            "One-year reoffending rate",
            Kind.RATE,
            Status.TESTED,
            231,
            214_806,
            Double.NaN,
            treated,
            NONE,
            comparison,
            NONE,
            treated - comparison,
            new Interval(-0.13, -0.03),
            Double.NaN,
            Double.NaN,
            false,
            null,
            "-");
    return r.withWords(OutcomeWords.second(r, false));
  }

  private static OutcomeResult worded(OutcomeResult r) {
    return r.withWords(OutcomeWords.of(r));
  }

  private static Interval spread(double value, double share) {
    return new Interval(value * (1 - share), value * (1 + share));
  }
}
