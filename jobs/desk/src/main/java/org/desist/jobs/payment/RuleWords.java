// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.payment;

import org.desist.text.FigureText;

/** What a rule means, in a sentence with the line's own figures. */
final class RuleWords {
  private RuleWords() {}

  static String of(PaymentLine line) {
    return switch (line.rule()) {
      case "FORECAST_PRICE" ->
          "Starts forecast for the month, at the price of the step that the year's forecast falls into.";
      case "ACTUAL_PRICE" ->
          "Starts that came in the year, at the price of the step that they fall into.";
      case "LESS_FORECAST" -> "Less what was paid month by month on the forecast.";
      case "WITHIN_TOLERANCE" ->
          "The starts that came and the forecast are within the tolerance of the contract: no adjustment.";
      case "BINARY_PAYMENT", "BINARY_DEDUCTION", "BINARY_NO_CHANGE" -> binary(line);
      case "FREQUENCY_PAYMENT" ->
          frequency(line) + " The rate did not get worse: they are paid for.";
      case "FREQUENCY_DEDUCTION" -> frequency(line) + " Reoffences added are deducted.";
      case "FREQUENCY_NO_CHANGE" -> frequency(line) + " None avoided and none added: no money.";
      case "FREQUENCY_HURDLE" ->
          frequency(line)
              + " Not paid: the reoffending rate got worse, and the binary hurdle is not cleared.";
      case "FREQUENCY_HURDLE_OPEN" ->
          frequency(line)
              + " Not paid yet: whether the binary hurdle is cleared is not known. "
              + ReasonWords.of(line);
      case "CAP_REACHED" ->
          "Results come to more than the maximum annual payment of "
              + FigureText.pounds(line.money("limit_amount"))
              + ": what is above it is cut.";
      case "DEDUCTION_CAP_REACHED" ->
          "Deductions for results come to more than their maximum of "
              + FigureText.pounds(line.money("limit_amount"))
              + ": what is above it is given back.";
      case "CAP_NOT_REACHED" ->
          "Results stay within the maximum of "
              + FigureText.pounds(line.money("limit_amount"))
              + ": nothing is cut.";
      case "CREDIT_PER_POINT" ->
          performance(line)
              + " Below the threshold: each point below the agreed level is deducted.";
      case "CREDIT_PER_BREACH" ->
          performance(line) + " Each period below the threshold is deducted.";
      case "CREDIT_NOT_DUE" -> performance(line) + " Not below the threshold: nothing is deducted.";
      case "CREDIT_MAXIMUM" ->
          "The credit of this measure is at most "
              + FigureText.pounds(line.money("limit_amount"))
              + " a year: what is above it is given back.";
      case "RATE_CARD" ->
          "Interventions started in the year for people whom a purchasing division supervised, at the rate card's price.";
      case "NOT_DUE" -> "Not paid. " + ReasonWords.of(line);
      case "WITHHELD" -> withheld(line);
      case "SUM" -> "The sum of all lines above.";
      default -> line.rule();
    };
  }

  private static String binary(PaymentLine line) {
    String compared =
        "Observed %s, adjusted for the mix of offenders %s; the baseline %s is %s. %s would leave it between %s and %s. "
            .formatted(
                FigureText.exactPercent(line.number("observed")),
                FigureText.exactPercent(line.number("adjusted")),
                line.text("baseline"),
                FigureText.exactPercent(line.number("benchmark")),
                chance(line),
                FigureText.exactPercent(line.number("lower_limit")),
                FigureText.exactPercent(line.number("upper_limit")));
    return compared
        + switch (line.rule()) {
          case "BINARY_PAYMENT" ->
              "It is below: a significant fall, paid for by the point below the baseline.";
          case "BINARY_DEDUCTION" ->
              "It is above: a significant rise, deducted by the point above the baseline.";
          default -> "It is between: no significant change, and no money.";
        };
  }

  /** Versions of earlier days do not name their limits. */
  private static String chance(PaymentLine line) {
    return switch (line.text("limits")) {
      case "two_sample" ->
          "Chance alone, in the cohort of %s and in the baseline of %s people,"
              .formatted(cohort(line), FigureText.quantity(line.number("baseline_offenders")));
      case "known_baseline" ->
          "The contract takes the baseline as known: chance alone, in the cohort of %s people,"
              .formatted(cohort(line));
      default -> "Chance alone";
    };
  }

  private static String cohort(PaymentLine line) {
    String offenders = FigureText.quantity(line.number("offenders"));
    String effective = FigureText.quantity(line.number("effective_offenders"));
    return effective.equals(offenders)
        ? offenders
        : offenders + " (of an effective size of " + effective + ")";
  }

  private static String frequency(PaymentLine line) {
    return "The baseline's %s reoffences per reoffender x %s reoffenders, less the %s that were proven, are the reoffences avoided.%s"
        .formatted(
            FigureText.quantity(line.number("benchmark")),
            FigureText.quantity(line.number("reoffenders")),
            FigureText.quantity(line.number("reoffences")),
            beside(line));
  }

  /** The measure that is not paid on, which can have the other sign. */
  private static String beside(PaymentLine line) {
    Double avoided = line.number("reoffences_avoided_per_offender");
    return avoided == null
        ? ""
        : " The contract pays on these. By reoffences per offender, which it does not pay on, they would be %s."
            .formatted(FigureText.quantity(avoided));
  }

  private static String performance(PaymentLine line) {
    return "Performance %s, agreed %s, threshold %s."
        .formatted(
            FigureText.exactPercent(line.number("observed")),
            FigureText.exactPercent(line.number("benchmark")),
            FigureText.exactPercent(line.number("lower_limit")));
  }

  private static String withheld(PaymentLine line) {
    return switch (line.text("amount_status")) {
      case "too_few" -> "Withheld: too few people for a rate that can be published.";
      case "suppressed_secondary" -> "Withheld: a withheld line above could be worked out from it.";
      default -> "Withheld: a count from 1 to 9.";
    };
  }
}
