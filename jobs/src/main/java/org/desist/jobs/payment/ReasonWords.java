// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.payment;

/** Why a line is not paid, in a sentence. */
final class ReasonWords {
  private ReasonWords() {}

  static String of(String reason) {
    return switch (reason) {
      case "MONTH_NOT_BEGUN" -> "The month had not begun when the extracts were taken.";
      case "YEAR_NOT_OVER" -> "The contract year was not over when the extracts were taken.";
      case "INTERIM" ->
          "Interim: convictions can still come in; results pay when the waiting period has passed.";
      case "HURDLE_INTERIM" -> "The rate's own cohort is still interim.";
      case "HURDLE_UNKNOWN" -> "The rate has no outcome.";
      case "NO_COMPARISON" ->
          "The run holds no comparison of this cohort with the contract's baseline: see the windows of the run and the baselines of the method file.";
      case "NO_BASELINE" -> "The contract's baseline has not been frozen.";
      case "NO_BASELINE_FREQUENCY" -> "The baseline has no reoffences per reoffender.";
      case "BASELINE_LACKS_GEOGRAPHY" -> "The baseline has nothing for this area or provider.";
      case "BASELINE_LACKS_EXPECTED_RATE", "NO_EXPECTED_RATE" ->
          "Without an expected rate the observed one cannot be adjusted.";
      case "NO_MEMBERS" -> "Nobody is in the cohort.";
      case "NO_PERFORMANCE" -> "No figures of the measure were delivered for the year.";
      default -> "The comparison gives no outcome (" + reason + ").";
    };
  }
}
