// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.desist.answer.Answer;
import org.junit.jupiter.api.Test;

class TextAnswerTest {
  private static String screen(Answer answer) {
    StringWriter text = new StringWriter();
    TextAnswer.print(answer, new PrintWriter(text));
    return text.toString();
  }

  @Test
  void anAnswerFitsOnAScreen() {
    String screen = screen(SampleAnswers.normal());
    assertThat(screen.lines().count()).isLessThanOrEqualTo(40);
    assertThat(screen.lines()).allMatch(line -> line.length() <= 130);
    assertThat(screen)
        .contains(
            "Mentoring at the Gate (Northgate Trust, request gate-2018)",
            "** Lower reoffending: statistically significant **",
            "775 submitted, left 231. Lost: identifiers cannot be used: 21; not found",
            "Balance passed: No detail differs by more than 10% of a standard deviation.",
            "5 results of groups of participants are in the report.",
            "the request was changed after an earlier answer");
    assertThat(screen)
        .containsPattern(
            "One-year reoffending rate +26% +35% +-8 points \\(-14 to -2\\) +less than 0.01 +significant");
  }

  @Test
  void whatIsSealedIsNotOnTheScreen() {
    assertThat(screen(SampleAnswers.leaking()))
        .isEqualTo(screen(SampleAnswers.sealed()))
        .contains("** Sealed: no result is given **", "Balance failed")
        .doesNotContain("p-value", "26%", "significant");
  }

  @Test
  void tooFewHasAdvice() {
    assertThat(screen(SampleAnswers.tooFew()))
        .contains(
            "** No answer: too few people **",
            "identifiers cannot be used: withheld (fewer than 10); not",
            "differences of 26.4 points or more",
            "About 190 participants");
  }
}
