// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.desist.answer.Answer;
import org.desist.answer.OutcomeResult;
import org.desist.text.FigureText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextAnswerTest {
  /** Not the digits of a hash, of a day or of a word. */
  private static final Pattern FIGURE =
      Pattern.compile("(?<![\\w.,-])[+-]?\\d[\\d,]*(?:\\.\\d+)?%?(?![\\w-])");

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
            "identifiers cannot be used: withheld (small numbers); not",
            "a difference of 27 people in 100 or more",
            "About 190 participants");
  }

  /** The words of the page, with the minus of terminals. */
  private static String page(Answer answer) {
    String page = HtmlReport.render(answer);
    return FigureText.keyboard(
        page.substring(page.indexOf("<body>")).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "));
  }

  private static Set<String> figures(String text) {
    return FIGURE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("org.desist.jobs.report.SampleAnswers#all")
  void everyFigureOfTheScreenIsOnThePageAsItIs(Answer answer) {
    Set<String> figures = figures(screen(answer));
    if (answer.state() == Answer.State.TOO_CLOSE) {
      assertThat(figures).as("it tells none").isEmpty();
    } else {
      assertThat(figures).hasSizeGreaterThan(5);
    }
    assertThat(figures(page(answer))).containsAll(figures);
  }

  @Test
  void everyOutcomeIsRoundedAlikeOnScreenAndPage() {
    Answer answer = SampleAnswers.normal();
    String screen = screen(answer);
    int compared = 0;
    for (OutcomeResult outcome : answer.outcomes()) {
      List<String> line =
          screen
              .lines()
              .map(text -> List.of(text.strip().split(" {2,}")))
              .filter(cells -> cells.get(0).equals(outcome.title()))
              .findFirst()
              .orElseThrow();
      OutcomeTable.Row row = OutcomeTable.of("All", "all", List.of(outcome)).rows().get(0);
      if (!row.reason().isEmpty()) {
        assertThat(line).hasSize(2);
        continue;
      }
      compared++;
      assertThat(row.treated()).matches(Pattern.quote(line.get(1)) + "( \\(.*)?");
      assertThat(row.comparison()).matches(Pattern.quote(line.get(2)) + "( \\(.*)?");
      assertThat(FigureText.keyboard(row.difference())).isEqualTo(line.get(3));
      if (!row.pValue().isEmpty()) {
        assertThat(line.get(4))
            .isEqualTo(
                row.corrected().isEmpty()
                    ? row.pValue()
                    : row.pValue() + " (" + row.corrected() + ")");
      }
    }
    assertThat(compared).isGreaterThan(5);
  }
}
