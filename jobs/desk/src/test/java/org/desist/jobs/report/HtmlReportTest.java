// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.desist.answer.Answer;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.AttritionStep.Reason;
import org.desist.answer.Answer.Detectable;
import org.desist.error.DesistException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {
  /** Without the style sheet, whose words are no words of the answer. */
  private static String body(Answer answer) {
    String page = HtmlReport.render(answer);
    return page.substring(page.indexOf("<body>")).replaceAll("</?bdi>", "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @ParameterizedTest
  @MethodSource("org.desist.jobs.report.SampleAnswers#all")
  void everyPageHasItsSentencesItsHashAndNothingFromElsewhere(Answer answer) {
    String page = HtmlReport.render(answer);
    assertThat(answer.sentences())
        .hasSize(3)
        .allSatisfy(s -> assertThat(page).contains(escaped(s)));
    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">")
        .contains(answer.protocol().requestHash())
        .contains("<a class=\"skip\" href=\"#answer\">")
        .doesNotContain("<script", "http:", "https:", "src=", "url(", "NaN", "null", "{{");
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(200_000);
  }

  @ParameterizedTest
  @MethodSource("org.desist.jobs.report.SampleAnswers#all")
  void theSameAnswerGivesTheSameBytes(Answer answer) {
    assertThat(HtmlReport.render(answer)).isEqualTo(HtmlReport.render(answer));
  }

  @ParameterizedTest
  @MethodSource("org.desist.jobs.report.SampleAnswers#all")
  void everyPictureHasANameAndAText(Answer answer) {
    String page = body(answer);
    List<String> ids =
        Pattern.compile("<svg [^>]*role=\"img\" aria-labelledby=\"(\\S+)-title (\\S+)-text\"")
            .matcher(page)
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(ids).hasSize(count(page, "<svg ")).doesNotHaveDuplicates();
    assertThat(count(page, "<title id=")).isEqualTo(ids.size());
    assertThat(count(page, "<desc id=")).isEqualTo(ids.size());
  }

  private static int count(String page, String text) {
    return page.split(Pattern.quote(text), -1).length - 1;
  }

  @Test
  void anOpenAnswerShowsEverything() {
    assertThat(body(SampleAnswers.normal()))
        .contains(
            "<div class=\"verdict lower\">",
            "Lower reoffending: statistically significant",
            "<span class=\"big\">26 of 100</span> participants reoffended within a year",
            "26 of 100 participants reoffended within a year.</desc>",
            "One-year reoffending rate: \u22128 (\u221214 to \u22122).",
            "<td>26% (21% to 32%)</td>",
            "<td>\u22128 points (\u221214 to \u22122)</td>",
            "<td colspan=\"7\">withheld (fewer than 10)</td>",
            "By completion",
            "52 weeks: 26% of the participants, 35% of the comparison group.",
            "<p class=\"warning\">A check where there should be no difference shows one.</p>",
            "Rate of offending in months 1 to 12 before the index date</th><td>61% (",
            "Weighted by the odds of the score and adjusted by an outcome model (doubly robust), the one-year rate could be lower by between 3 and 13 people among the participants. That agrees with the matched estimate within their joint error.",
            "Immortal time at the end: none found.",
            "<th scope=\"row\">Causal contrast</th>",
            "0.5 standard deviations of its log odds</th><td><span class=\"tag green\">every check passes: taken",
            "(p-value 0.01; 0.03 after the correction of Holm)",
            "(p-value 0.03; 0.06 after the correction of Benjamini and Hochberg)",
            "no difference is seen where there should be none",
            "1.95 times as likely",
            "The request was changed after an earlier answer.",
            "0f".repeat(32),
            "Court mode: every participant has the same value.",
            "by likeness of name, date of birth, sex and written ids</th><td class=\"number\">39</td>");
  }

  @Test
  void anInconclusiveAnswerSaysWhatItDoesNotShow() {
    assertThat(body(SampleAnswers.inconclusive()))
        .contains(
            "<div class=\"verdict open\">",
            "Inconclusive: the direction is not known",
            "That Art in Custody &amp; &lt;Music&gt; fails to affect reoffending, or that it makes no difference.",
            "about 4,310 participants would have been needed",
            "No hidden cause is needed")
        .doesNotContain("<Music>", "Lower reoffending");
  }

  @Test
  void aSealedAnswerHoldsNoOutcomeWhateverIsInIt() {
    String page = body(SampleAnswers.leaking());
    assertThat(page).isEqualTo(body(SampleAnswers.sealed()));
    String told = page.substring(0, page.indexOf("<section id=\"glossary\">"));
    assertThat(told)
        .contains(
            "Sealed: no result is given", "class=\"tag red\">failed", "could not be evaluated")
        .doesNotContain(
            "p-value", "of 100", "26%", "35%", "forest", "curve", "significant", "could be lower");
  }

  @Test
  void anOverrideIsRecordedWithItsReason() {
    assertThat(body(SampleAnswers.overridden()))
        .contains(
            "Sealed, and shown under an override",
            "Reason given: the funder asked for the figure before the audit",
            "26 of 100",
            "That a difference comes from Work Release: the groups are not shown to be alike");
  }

  @Test
  void tooFewTellsWhoWasLostAndWhatWouldHelp() {
    String page = body(SampleAnswers.tooFew());
    assertThat(page)
        .contains(
            "No answer: too few people",
            "<li>Send us 12 more people: an answer needs 60 people on the list and 30 who can be analysed.</li>",
            "<li>Tell us more about the 12 people whom we did not find in the police records: PNC ids or prison numbers",
            "About 190 participants who can be analysed would be needed to detect a difference of 10 people in 100.",
            "About 760 participants who can be analysed would be needed to detect a difference of 5 people in 100.",
            "a difference of 27 people in 100 or more would be noticed",
            "withheld (small numbers)",
            "withheld (protects another number)",
            "withheld (small numbers)");
    assertThat(page.substring(0, page.indexOf("<section id=\"glossary\">")))
        .doesNotContain("p-value", "id=\"alike\"", "id=\"outcomes\"");
  }

  /** What comes before the full report. */
  private static String summary(Answer answer) {
    String page = body(answer);
    return page.substring(0, page.indexOf("<h2 id=\"full\">"));
  }

  @ParameterizedTest
  @MethodSource("org.desist.jobs.report.SampleAnswers#all")
  void theSummarySpeaksToACharity(Answer answer) {
    String summary = summary(answer);
    assertThat(summary)
        .contains(
            "<p class=\"question\">Did people who took part in ",
            "<h2>Were the two groups alike?</h2>",
            "<h2>What to do next</h2>",
            "Ask the analyst who sent you this report")
        .doesNotContain(
            "caliper",
            "request.yaml",
            "filters",
            "--",
            "<svg class=\"chart\" role=\"img\" aria-labelledby=\"forest");
    assertThat(summary.replaceAll("<svg[^>]*>.*?</svg>|<[^>]*>", " ").split("\\s+"))
        .hasSizeBetween(80, 520);
  }

  @Test
  void aSealedReportSaysInWordsWhatToDoAndByKeyForTheAnalyst() {
    Answer sealed = SampleAnswers.sealed();
    assertThat(summary(sealed))
        .contains(
            "No: 2 of 3 checks did not pass (Balance, Effective size). The two groups still differ in: OGRS3, region.",
            "Tell us where, for whom and after which sentences the programme worked",
            "leave to the method how near two people have to be: every check would then pass.");
    assertThat(body(sealed).substring(summary(sealed).length()))
        .contains("<h2>For the analyst</h2>", "<li>method.caliper: auto in request.yaml");
  }

  @Test
  void anAnswerTooCloseToOthersTellsNothingOfThePeople() {
    Answer close = SampleAnswers.tooClose();
    assertThat(summary(close))
        .contains(
            "Sealed: other answers are about nearly the same people",
            "This report does not say: it tells nothing of the people on the list.",
            "Use the answer that you have: it is about nearly the same people.");
    assertThat(body(close))
        .contains("<li>compare --override-close REASON --accepted-by NAME")
        .doesNotContain("Who is in the figures", ">47<", ">48<");
  }

  @Test
  void anAnswerWithFewFoundAsksForThoseWhoCanBeAnalysed() {
    Answer few = SampleAnswers.tooFew();
    List<AttritionStep> attrition = new ArrayList<>(few.attrition());
    attrition.set(
        attrition.size() - 1, new AttritionStep(Reason.NO_MATCH, null, null, "suppressed"));
    assertThat(Advice.of(SampleAnswers.left(few, attrition, new Detectable(10, 164, 0.22, 18.4))))
        .first()
        .isEqualTo(
            "Send us at least 96 more people: an answer needs 60 people on the list and 30 who can be analysed. That is if as few of them can be analysed as of those you sent.");
  }

  /** Pictures of forest plots hold a mark per row: a row alone is a sentence. */
  @ParameterizedTest
  @MethodSource("org.desist.jobs.report.SampleAnswers#all")
  void noChartHasOneBar(Answer answer) {
    Pattern.compile("aria-labelledby=\"forest.*?</svg>", Pattern.DOTALL)
        .matcher(body(answer))
        .results()
        .forEach(
            plot -> assertThat(plot.group().split("class=\"whisker\"", -1)).hasSizeGreaterThan(6));
  }

  @Test
  void whatWouldBeOneBarIsASentence() {
    assertThat(body(SampleAnswers.normal()))
        .contains(
            "<p>Of those who reoffended, participants did so, on average, two and a half weeks later than the comparison group; it could be between about 8 days sooner and 42 days later (p-value 0.19; 0.38 after the correction of Holm): more people would need to be analysed to determine the direction. This does not show that the programme fails to affect reoffending.</p>")
        .doesNotContain("forest-all-days");
  }

  @Test
  void whatIsOffEveryScaleIsStillAPage() {
    Answer extreme = SampleAnswers.extreme();
    String page = HtmlReport.render(extreme);
    assertThat(page)
        .contains("0 of 100</span> participants", "not known", "could not be evaluated")
        .doesNotContain("NaN", "Infinity");
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(500_000);
  }

  @Test
  void aReconvictionIsCalledSo() {
    Answer sample = SampleAnswers.normal();
    assertThat(body(SampleAnswers.measuring(sample, "reconviction")))
        .contains(
            "did it change reconviction?",
            "Lower reconviction: statistically significant",
            "participants were reconvicted within a year",
            "When people were reconvicted");
  }

  @Test
  void aFolderThatIsMissingIsNamed(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("report.html");
    HtmlReport.write(SampleAnswers.normal(), file);
    assertThat(Files.readString(file)).isEqualTo(HtmlReport.render(SampleAnswers.normal()));
    Path missing = folder.resolve("no").resolve("report.html");
    assertThatThrownBy(() -> HtmlReport.write(SampleAnswers.normal(), missing))
        .isInstanceOf(DesistException.class)
        .hasMessageStartingWith("Cannot write the report to " + missing)
        .hasMessageEndingWith("Check that the folder exists and has room.");
  }
}
