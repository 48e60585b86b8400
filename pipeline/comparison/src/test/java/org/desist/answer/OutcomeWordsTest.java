// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.desist.answer.OutcomeResult.Kind;
import org.desist.answer.OutcomeResult.Status;
import org.desist.comparison.Interval;
import org.desist.text.FigureText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeWordsTest {
  private static final String NO_PROOF =
      " This does not show that the programme fails to affect reoffending.";

  @Test
  void aSignificantRateIsBetweenItsLimits() {
    assertThat(OutcomeWords.of(Results.rate(0.26, 0.35, -0.14, -0.02, 0.012, true)))
        .isEqualTo(
            "For 100 typical people in each group, the one-year reoffending rate could be lower by between 2 and 14 people among the participants, which is statistically significant (p-value 0.01).");
    assertThat(OutcomeWords.of(Results.rate(0.35, 0.26, 0.02, 0.14, 0.0099, true)))
        .isEqualTo(
            "For 100 typical people in each group, the one-year reoffending rate could be higher by between 2 and 14 people among the participants, which is statistically significant (p-value less than 0.01).");
  }

  @Test
  void anInconclusiveRateGoesEitherWayAndProvesNothing() {
    assertThat(OutcomeWords.of(Results.rate(0.33, 0.34, -0.084, 0.061, 0.758, false)))
        .isEqualTo(
            "For 100 typical people in each group, the one-year reoffending rate could be lower by as many as 8 people, or higher by as many as 6 people, among the participants (p-value 0.76): more people would need to be analysed to determine the direction."
                + NO_PROOF);
  }

  @Test
  void howManyWouldHaveBeenNeededIsSaidWhereItIsKnown() {
    OutcomeResult result = Results.rate(0.33, 0.34, -0.084, 0.061, 0.758, false);
    assertThat(OutcomeWords.of(Results.needing(result, 12_345)))
        .isEqualTo(
            OutcomeWords.of(result)
                + " For a difference like this to be significant, about 12,345 participants would have been needed.");
  }

  @Test
  void limitsOfOneSignWithTooFewReoffendersAreNotCalledSignificant() {
    assertThat(OutcomeWords.of(Results.rate(0.26, 0.35, -0.14, -0.02, 0.03, false)))
        .isEqualTo(
            "For 100 typical people in each group, the one-year reoffending rate could be lower by between 2 and 14 people among the participants, but too few of them reoffended to rely on it (p-value 0.03): more people would need to be analysed to confirm the direction."
                + NO_PROOF)
        .doesNotContain("significant");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -0.144 | -0.004 | lower by between less than 1 and 14 people
          -0.052 | -0.048 | lower by about 5 people
          -0.012 | -0.008 | lower by about 1 person
          -0.004 | -0.001 | lower by less than 1 person
          -0.145 | -0.015 | lower by between 2 and 15 people
           0.145 |  0.285 | higher by between 15 and 29 people
          -0.080 |  0     | lower by between 0 and 8 people
          """)
  void significantLimitsRoundHalfUpAndAreNotCalledZero(double lower, double upper, String words) {
    assertThat(
            OutcomeWords.of(Results.rate(0.3, 0.3 - (lower + upper) / 2, lower, upper, 0.04, true)))
        .contains("could be " + words + " among the participants");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -0.08  | 0.004 | lower by as many as 8 people, or higher by less than 1 person
          -0.004 | 0.08  | lower by less than 1 person, or higher by as many as 8 people
          -0.004 | 0.003 | lower or higher by less than 1 person
          -0.01  | 0.025 | lower by as many as 1 person, or higher by as many as 3 people
          """)
  void limitsOnBothSidesRoundHalfUpAndAreNotCalledZero(double lower, double upper, String words) {
    assertThat(OutcomeWords.of(Results.rate(0.3, 0.3, lower, upper, 0.6, false)))
        .contains("could be " + words + ", among the participants")
        .doesNotContain("-0");
  }

  @Test
  void reoffencesAreCountedPer100PeopleAndDaysAreWhole() {
    OutcomeResult result = Results.rate(0.9, 1.1, -0.425, 0.004, 0.055, false);
    assertThat(
            OutcomeWords.of(
                Results.as(result, "Reoffences per person", Kind.FREQUENCY, Status.TESTED)))
        .isEqualTo(
            "For every 100 people in each group, there could be as many as 43 fewer, or less than 1 more reoffences, among the participants (p-value 0.06): more people would need to be analysed to determine the direction."
                + NO_PROOF);
    OutcomeResult days = Results.rate(120, 108, 1.4, 22.5, 0.026, true);
    assertThat(
            OutcomeWords.of(
                Results.as(days, "Days to the first reoffence", Kind.DAYS, Status.TESTED)))
        .isEqualTo(
            "Of those who reoffended, participants did so, on average, a week and a half later than the comparison group; it could be between 1 and 23 days later, which is statistically significant (p-value 0.03).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQUENCY | -0.15   |  0.29  | between 15 fewer and 29 more
          FREQUENCY | -0.004  |  0.003 | less than 1 fewer or more
          FREQUENCY |  0.03   |  0.40  | between 3 and 40 more
          FREQUENCY | -0.052  | -0.048 | about 5 fewer
          FREQUENCY | -12.345 |  0.1   | between 1,235 fewer and 10 more
          DAYS      | -3.2    |  4.1   | between about 3 days sooner and 4 days later
          DAYS      | -1      |  1.4   | between about 1 day sooner and 1 day later
          DAYS      | -9      |  0.2   | as many as 9 days sooner, or less than a day later
          DAYS      | -0.2    |  0.2   | less than a day sooner or later
          DAYS      | -20     | -0.3   | between less than 1 and 20 days sooner
          DAYS      | -20     |  0     | between 0 and 20 days sooner
          RATE      | -0.084  |  0.061 | lower by as many as 8 people, or higher by as many as 6 people
          """)
  void rangesAreWordedByWhatTheyCount(Kind kind, double lower, double upper, String words) {
    assertThat(AmountWords.range(kind, new Interval(lower, upper))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "-3.6,half a week sooner than",
    "0.4,about as soon as",
    "-0.4,about as soon as",
    "1,a day later than",
    "-5.5,six days sooner than",
    "10,a week and a half later than",
    "-14,two weeks sooner than",
    "18,two and a half weeks later than",
    "80,eleven and a half weeks later than",
    "83,about 12 weeks later than",
    "-140,about 20 weeks sooner than"
  })
  void timesAreSaidInDaysAndHalfWeeks(double days, String words) {
    assertThat(AmountWords.time(days)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"8.83,9 people in 100", "8.0,8 people in 100", "0.2,1 person in 100"})
  void noMoreIsPromisedThanCouldBeSeen(double points, String words) {
    assertThat(AmountWords.noticed(points)).isEqualTo(words);
  }

  @Test
  void whatIsNotTestedSaysWhy() {
    OutcomeResult result = Results.rate(0.035, 0.04, Double.NaN, Double.NaN, Double.NaN, false);
    String untested =
        "For 100 typical people in each group, the one-year reoffending rate is 4 people among the participants and 4 people in the comparison group, too few for a test."
            + NO_PROOF;
    assertThat(OutcomeWords.of(Results.as(result, Status.NOT_TESTED))).isEqualTo(untested);
    assertThat(OutcomeWords.of(Results.as(result, Status.TESTED))).isEqualTo(untested);
    assertThat(OutcomeWords.of(Results.as(result, Status.TOO_FEW)))
        .isEqualTo(
            "Not measured: fewer participants reoffended than the method asks for." + NO_PROOF);
    assertThat(OutcomeWords.of(Results.as(result, Status.SUPPRESSED)))
        .isEqualTo("Withheld: it would show the number of fewer than ten people." + NO_PROOF);
  }

  @Test
  void placeboWarnsOfADifferenceThatNoProgrammeCanHaveMade() {
    OutcomeResult alike = Results.rate(0.41, 0.42, -0.07, 0.05, 0.7, false);
    String title = "Rate of offending in the year before";
    assertThat(OutcomeWords.placebo(Results.as(alike, title, Kind.RATE, Status.TESTED)))
        .isEqualTo(
            "For 100 typical people in each group, the rate of offending in the year before could have been lower by as many as 7 people, or higher by as many as 5 people, among the participants (p-value 0.70): no difference is seen where there should be none.");
    OutcomeResult apart = Results.rate(0.31, 0.42, -0.16, -0.05, 0.001, true);
    assertThat(OutcomeWords.placebo(Results.as(apart, title, Kind.RATE, Status.TESTED)))
        .isEqualTo(
            "For 100 typical people in each group, the rate of offending in the year before was already lower by between 5 and 16 people among the participants (p-value less than 0.01): the groups differed before the programme could have any effect, and the result has to be read with care.");
    assertThat(OutcomeWords.placebo(Results.as(apart, Status.NOT_TESTED)))
        .isEqualTo(
            "Offending before the programme could not be compared, so this check says nothing.");
  }

  @ParameterizedTest
  @CsvSource({"0.005,less than 0.01", "0.01,0.01", "0.0149,0.01", "0.015,0.02", "0.999,1.00"})
  void pValuesHaveTwoDecimals(double value, String printed) {
    assertThat(FigureText.pValue(value)).isEqualTo(printed);
  }

  @Test
  void numbersHaveNoNegativeZero() {
    assertThat(FigureText.people(-0.001)).isEqualTo("0");
    assertThat(Kind.FREQUENCY.value(-0.004)).isEqualTo("0.00");
    assertThat(Kind.DAYS.value(-0.2)).isEqualTo("0 days");
    assertThat(Kind.RATE.value(Double.NaN)).isEqualTo("not known");
  }
}
