// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.Answer.State;
import org.desist.answer.OutcomeResult.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
  private static final OutcomeResult LOWER = Results.rate(0.26, 0.35, -0.14, -0.02, 0.012, true);
  private static final OutcomeResult UNSURE =
      Results.needing(Results.rate(0.33, 0.34, -0.084, 0.061, 0.758, false), 4_321);

  private static List<String> sentences(State state, String override, OutcomeResult headline) {
    return OutcomeWords.sentences(state, override, headline, Results.PROTOCOL, 775, 231, null);
  }

  @Test
  void openAndLower() {
    assertThat(sentences(State.OPEN, null, LOWER))
        .containsExactly(
            "People who took part in Mentoring at the Gate reoffended less often than similar people who did not: of 100 typical people, 26 reoffended within a year, against 35 of 100 in the comparison group.",
            "For 100 typical people in each group, the one-year reoffending rate could be lower by between 2 and 14 people among the participants, which is statistically significant (p-value 0.01).",
            "231 of the 775 people submitted were analysed, each compared with people of a similar history; what was not recorded can still differ.");
  }

  @Test
  void openAndHigher() {
    assertThat(sentences(State.OPEN, null, Results.rate(0.35, 0.26, 0.02, 0.14, 0.01, true)))
        .first()
        .isEqualTo(
            "People who took part in Mentoring at the Gate reoffended more often than similar people who did not: of 100 typical people, 35 reoffended within a year, against 26 of 100 in the comparison group.");
  }

  @Test
  void openAndInconclusive() {
    assertThat(sentences(State.OPEN, null, UNSURE))
        .containsExactly(
            "It is not known yet whether Mentoring at the Gate changes reoffending: of 100 typical people, 33 reoffended within a year, against 34 of 100 in the comparison group.",
            "For 100 typical people in each group, the one-year reoffending rate could be lower by as many as 8 people, or higher by as many as 6 people, among the participants (p-value 0.76): more people would need to be analysed to determine the direction.",
            "231 of the 775 people submitted were analysed, and about 4,321 would have been needed for a difference like this to be significant: this does not show that the programme fails to affect reoffending.");
  }

  @Test
  void openWithoutARate() {
    assertThat(sentences(State.OPEN, null, null))
        .containsExactly(
            "It cannot be said whether Mentoring at the Gate changes reoffending.",
            "There is no one-year rate of these people.",
            "This does not show that the programme fails to affect reoffending; 231 of the 775 people submitted were analysed.");
    assertThat(sentences(State.OPEN, null, Results.as(LOWER, Status.SUPPRESSED)))
        .element(1)
        .isEqualTo(
            "The one-year rate is withheld, because it would show the number of fewer than ten people.");
    assertThat(sentences(State.OPEN, null, Results.as(LOWER, Status.NOT_TESTED)))
        .element(1)
        .isEqualTo(
            "Of 100 typical people, 26 reoffended within a year, against 35 of 100 in the comparison group; these are too few for a test.");
  }

  @Test
  void sealedSaysNothingOfTheOutcome() {
    assertThat(sentences(State.SEALED, null, LOWER))
        .containsExactly(
            "The result for Mentoring at the Gate is sealed: the two groups are not shown to be alike.",
            "A difference between groups that are not alike can come from who took part rather than from the programme, so no outcome is given, though 231 of the 775 people submitted could be matched.",
            "This does not show that the programme fails to affect reoffending: the checks below say where the groups differ, and what can be done.");
  }

  @Test
  void sealedAndOverridden() {
    assertThat(sentences(State.SEALED, "asked for by the funder", LOWER))
        .containsExactly(
            "Sealed, and shown under an override: of 100 typical people, 26 reoffended within a year, against 35 of 100 in the comparison group.",
            "For 100 typical people in each group, the one-year reoffending rate could be lower by between 2 and 14 people among the participants, which is statistically significant (p-value 0.01).",
            "The groups are not shown to be alike, so a difference can come from who took part rather than from the programme; 231 of the 775 people submitted were analysed.");
    assertThat(sentences(State.SEALED, "asked for by the funder", UNSURE))
        .last()
        .isEqualTo(
            "The groups are not shown to be alike, so a difference can come from who took part rather than from the programme; 231 of the 775 people submitted were analysed, and this does not show that the programme fails to affect reoffending.");
  }

  @Test
  void tooFewNamesTheSmallestDifference() {
    assertThat(
            OutcomeWords.sentences(
                State.TOO_FEW,
                null,
                null,
                Results.PROTOCOL,
                48,
                27,
                new Detectable(27, 40_000, 0.4, 26.45)))
        .containsExactly(
            "There are too few people to say whether Mentoring at the Gate changes reoffending: 27 of the 48 people submitted could be analysed.",
            "With so few, only a difference of 27 people in 100 or more would be likely to be detected, and a smaller one would be missed.",
            "This does not show that the programme fails to affect reoffending: send more participants, or tell us more about those who could not be used, and ask again.");
    assertThat(OutcomeWords.sentences(State.TOO_FEW, null, null, Results.PROTOCOL, 48, 0, null))
        .element(1)
        .isEqualTo("With nobody left to compare, no difference of any size could be detected.");
  }

  @Test
  void notEstimable() {
    assertThat(sentences(State.NOT_ESTIMABLE, null, null))
        .containsExactly(
            "It cannot be said whether Mentoring at the Gate changes reoffending: no comparison group could be made.",
            "The score by which similar people are found could not be worked out from the 775 people submitted; the notes name the details that stood in the way.",
            "This does not show that the programme fails to affect reoffending: ask again with more places or years to compare with, so that people like the participants are among the others.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          60   | 60 | All 60 people submitted were
          60   | 51 | Nearly all of the 60 people submitted were
          60   | 50 | 50 of the 60 people submitted were
          60   |  9 | Fewer than 10 of the 60 people submitted were
          1234 | 60 | 60 of the 1,234 people submitted were
          """)
  void smallNumbersOfPeopleCannotBeWorkedOut(int submitted, int analysed, String words) {
    assertThat(
            OutcomeWords.sentences(
                State.OPEN, null, LOWER, Results.PROTOCOL, submitted, analysed, null))
        .last()
        .asString()
        .startsWith(words);
  }
}
