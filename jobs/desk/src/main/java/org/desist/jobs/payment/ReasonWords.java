// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.payment;

/** Why a line is not paid, and what it waits for, in a sentence. */
final class ReasonWords {
  private ReasonWords() {}

  static String of(PaymentLine line) {
    String day = line.day("waits_until");
    return words(line.text("reason"))
        + (day == null ? "" : " It waits for extracts of " + day + " or later.");
  }

  private static String words(String reason) {
    return switch (reason) {
      case "MONTH_NOT_BEGUN" -> "The month had not begun when the extracts were taken.";
      case "YEAR_NOT_OVER" ->
          "INTERIM: the contract year was not over when the extracts were taken.";
      case "INTERIM" ->
          "INTERIM: convictions can still come in, and the cohort has no outcome before it is final.";
      case "HURDLE_INTERIM" -> "INTERIM: the rate's own cohort is not final.";
      case "HURDLE_UNKNOWN" -> "The rate has no outcome.";
      case "NO_COMPARISON" ->
          "The run holds no comparison of this cohort with the contract's baseline: see the windows of the run and the baselines of the method file.";
      case "NO_BASELINE" -> "The contract's baseline has not been frozen.";
      case "NO_BASELINE_FREQUENCY" -> "The baseline has no reoffences per reoffender.";
      case "BASELINE_LACKS_GEOGRAPHY" -> "The baseline has nothing for this area or provider.";
      case "BASELINE_LACKS_EXPECTED_RATE", "NO_EXPECTED_RATE" ->
          "Without an expected rate the observed one cannot be adjusted.";
      case "NO_MEMBERS" -> "Nobody is in the cohort.";
      case "TOO_FEW" -> "The cohort has fewer people than an outcome needs.";
      case "BASELINE_TOO_FEW" -> "The baseline has fewer people than an outcome needs.";
      case "BASELINE_OF_OTHER_MEASURE" -> "The baseline counts another kind of proof.";
      case "BASELINE_OF_OTHER_SCORE" ->
          "The baseline's expected rates are of another score than the cohort's.";
      case "NO_PERFORMANCE" -> "No figures of the measure were delivered for the year.";
      default -> "The comparison gives no outcome (" + reason + ").";
    };
  }
}
