// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import java.util.List;
import org.desist.answer.OutcomeResult.Kind;
import org.desist.answer.OutcomeResult.Status;
import org.desist.comparison.Interval;

/** Outcomes as a test needs them. */
final class Results {
  static final Interval NONE = new Interval(Double.NaN, Double.NaN);
  static final Protocol PROTOCOL =
      new Protocol(
          "mentoring-2018",
          "Northgate Trust",
          "Mentoring at the Gate",
          "national",
          "none",
          "radius",
          List.of(),
          "ab".repeat(32),
          List.of(),
          "moj-2017",
          "cd".repeat(32),
          "reoffending",
          "20211231-1",
          "2021-12-31",
          "DuckDB 1.5",
          "0.1.0");

  private Results() {}

  /** The one-year rate of 231 participants. */
  static OutcomeResult rate(
      double treated,
      double comparison,
      double lower,
      double upper,
      double p,
      boolean isSignificant) {
    return new OutcomeResult(
        "all",
        "all",
        "rate",
        "One-year reoffending rate",
        Kind.RATE,
        Status.TESTED,
        231,
        60_000,
        50_000,
        treated,
        NONE,
        comparison,
        NONE,
        treated - comparison,
        new Interval(lower, upper),
        p,
        Double.NaN,
        isSignificant,
        null,
        "");
  }

  static OutcomeResult as(OutcomeResult result, String title, Kind kind, Status status) {
    return new OutcomeResult(
        result.analysis(),
        result.category(),
        result.outcome(),
        title,
        kind,
        status,
        result.treatedPeople(),
        result.comparisonPeople(),
        result.effectiveComparison(),
        result.treated(),
        result.treatedInterval(),
        result.comparison(),
        result.comparisonInterval(),
        result.difference(),
        result.interval(),
        result.pValue(),
        result.correctedPValue(),
        result.isSignificant(),
        result.neededPeople(),
        result.words());
  }

  static OutcomeResult as(OutcomeResult result, Status status) {
    return as(result, result.title(), result.kind(), status);
  }

  static OutcomeResult needing(OutcomeResult result, long people) {
    return new OutcomeResult(
        result.analysis(),
        result.category(),
        result.outcome(),
        result.title(),
        result.kind(),
        result.status(),
        result.treatedPeople(),
        result.comparisonPeople(),
        result.effectiveComparison(),
        result.treated(),
        result.treatedInterval(),
        result.comparison(),
        result.comparisonInterval(),
        result.difference(),
        result.interval(),
        result.pValue(),
        result.correctedPValue(),
        result.isSignificant(),
        people,
        result.words());
  }
}
