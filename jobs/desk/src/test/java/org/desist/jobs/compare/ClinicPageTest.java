// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.Answer.State;
import org.desist.answer.Clinic;
import org.desist.jobs.compare.ListFaults.Group;
import org.desist.jobs.page.WellFormed;
import org.desist.jobs.report.SampleClinics;
import org.desist.participant.Participant;
import org.desist.participant.ParticipantFile.Participants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClinicPageTest {
  /** Words that stand only beside what happened after the index date. */
  private static final List<String> OUTCOME_WORDS =
      List.of("p-value", "reoffended", "reconvicted", "significant", "confidence", "of 100 ");

  private static String page(Clinic clinic) {
    Group few =
        new Group("surname", "Nothing is filled in.", "Fill it in.", "2", "A-7, <b>", false);
    Group many = new Group("pnc_id", "It is wrong.", "Copy it again.", "13", "row 1, row 2", true);
    Participants list =
        new Participants(
            Path.of("participants.csv"),
            IntStream.rangeClosed(1, 775).mapToObj(ClinicPageTest::person).toList(),
            Map.of("noms_number", "Prison no"),
            List.of(),
            List.of("Columns that are not used: cohort."));
    return ClinicPage.render(
        ClinicPage.of(clinic, list, new ListFaults(List.of(few), List.of(many), List.of())));
  }

  private static Participant person(int row) {
    return new Participant(
        row,
        row + 1,
        "A-" + row,
        "Quillonsworth",
        "Zebedee",
        LocalDate.of(1971, 2, 3),
        "M",
        null,
        null,
        row > 700 ? null : "A1234AA",
        null,
        null,
        LocalDate.of(2017, 7, 20),
        null,
        "Leeds",
        List.of());
  }

  private static String body(Clinic clinic) {
    String page = page(clinic);
    return page.substring(page.indexOf("<body>")).replaceAll("</?bdi>|<wbr>", "");
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void everyPageIsWholeAndNamesNobodyAndNoOutcome(State state) throws Exception {
    Clinic clinic = SampleClinics.clinic(state, "Art & <Music>");
    String page = page(clinic);

    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">")
        .contains("<a class=\"skip\" href=\"#answer\">", "Content-Security-Policy")
        .doesNotContain(
            "<script", "http:", "https:", "src=", "url(", "NaN", "null", "{{", "<Music>")
        .doesNotContain("Quillonsworth", "Zebedee", "1971", "2017-07-20", "A1234AA");
    assertThat(body(clinic)).doesNotContain(OUTCOME_WORDS);
    assertThat(page(clinic)).isEqualTo(page);
    WellFormed.check(page);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void headingsAreInOrderAndTablesAreNamed(State state) {
    String body = body(SampleClinics.clinic(state, "Mentoring"));

    int last = 0;
    for (String level : all("<h([1-6])[ >]", body)) {
      assertThat(Integer.parseInt(level)).isLessThanOrEqualTo(last + 1);
      last = Integer.parseInt(level);
    }
    assertThat(all("(<h1)", body)).hasSize(1);
    assertThat(all("<table[^>]*>\\s*(<caption>)", body)).hasSameSizeAs(all("(<table)", body));
    assertThat(all("<th ([a-z]+)=", body))
        .hasSameSizeAs(all("(<th[ >])", body))
        .containsOnly("scope");
    assertThat(all("href=\"#([a-z]+)\"", body))
        .allSatisfy(place -> assertThat(body).contains("id=\"" + place + "\""));
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @Test
  void aReadyRequestSaysWhatCouldBeSeenAndHowAlikeTheGroupsAre() {
    assertThat(body(SampleClinics.clinic(State.OPEN, "Mentoring")))
        .contains(
            "<div class=\"verdict open\">",
            "Ready: the request would be answered",
            "Of 775 people on the list, 231 would be analysed.",
            "about 35 in 100 such people would be expected to offend again within a year.",
            "With 231 people, the programme would have to bring that down to about 26 in 100 (9 fewer in 100) to be noticed four times in five.",
            "231 of 243 participants have somebody to be compared with.",
            "<tr><th scope=\"row\">OGRS3</th>",
            "id=\"love-chart",
            "Court mode: every participant has the same value.",
            "Columns that are not used: cohort.");
  }

  @Test
  void whatIsMissingIsCounted() {
    assertThat(body(SampleClinics.clinic(State.TOO_FEW, "Mentoring")))
        .contains(
            "<tr><th scope=\"row\">People who can be analysed</th><td class=\"number\">250</td>"
                + "<td class=\"number\">231</td><td><span class=\"tag red\">19 more needed</span>",
            "<span class=\"tag green\">enough</span>",
            "<th scope=\"row\">pnc_id or Prison no</th><td class=\"number\">75</td>",
            "<th scope=\"row\">intervention_end</th><td class=\"number\">all</td>",
            "Nobody is left to be analysed, so no effect could be seen.")
        .doesNotContain("<th scope=\"row\">surname</th><td class=\"number\">", "id=\"love-chart");
  }

  @Test
  void whatWasAssumedAboutTheListIsSaid() {
    assertThat(body(SampleClinics.clinic(State.OPEN, "Mentoring")))
        .contains(
            "<h3>What we assumed about your list</h3>",
            "<li>Dates of date_of_birth are read as dd/MM/yyyy, as request.yaml says.</li>\n<li>Words");
  }

  @Test
  void aFewReferencesAreSeenAndManyAreFolded() {
    assertThat(body(SampleClinics.clinic(State.SEALED, "Mentoring")))
        .contains(
            "<p>Your references: A-7, &lt;b&gt;</p>",
            "<summary>Your references of all 13 rows</summary>\n<p>row 1, row 2</p>",
            "2 details differ by more than 10% of a standard deviation",
            "With caliper: auto every check would pass.");
  }

  @Test
  void whereNoEffectCouldBeSeenItSaysSo() {
    Detectable none = new Detectable(3, 20, 0.05, Double.NaN);
    assertThat(body(SampleClinics.clinic(State.TOO_FEW, "Mentoring", none)))
        .contains("With 3 people, however large the effect was, it could not be told from chance.");
  }
}
