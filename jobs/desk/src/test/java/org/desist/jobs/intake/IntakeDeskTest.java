// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.desist.answer.Answer.State;
import org.desist.jobs.compare.ListFinding;
import org.desist.jobs.compare.ListFinding.Kind;
import org.desist.jobs.intake.SenderLetter.Part;
import org.desist.jobs.page.WellFormed;
import org.desist.jobs.report.SampleClinics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeDeskTest {
  private static IntakeEntry entry(String folder, IntakeState state, String... why) {
    return new IntakeEntry(
        "2026-12-01T09:00:00Z",
        "/srv/requests",
        folder,
        "north-1",
        "Art & <Music>",
        "Harbour Trust",
        "2026-05-12T08:00:00Z",
        "abc",
        state,
        "2021-12-31-0001",
        810,
        231,
        List.of(why));
  }

  private static IntakeFinding finding(Kind kind, String rows, String references) {
    return new IntakeFinding(
        "abc",
        "participants.csv",
        List.of("Columns that are not used: cohort."),
        List.of(
            new ListFinding(kind, "date_of_birth", rows, "It is no day.", "Mend it.", references)));
  }

  @ParameterizedTest
  @CsvSource({
    "OPEN, READY",
    "SEALED, NOT_ALIKE",
    "NOT_ESTIMABLE, NOT_ALIKE",
    "TOO_FEW, TOO_FEW",
  })
  void theClinicDecidesWhereARequestStands(State clinic, IntakeState state) {
    IntakeEntry looked = entry("a", IntakeState.NOT_JUDGED);

    IntakeEntry judged =
        IntakeDesk.standing(looked, SampleClinics.clinic(clinic, "Mentoring"), "now");

    assertThat(judged.state()).isEqualTo(state);
    assertThat(judged.hash()).isEqualTo("abc");
    assertThat(judged.why().get(0))
        .isEqualTo(
            "Of 775 people on the list, 231 would be analysed; an answer needs 60 on the list and 250 to be analysed.");
    if (clinic == State.SEALED) {
      assertThat(judged.why())
          .contains("With caliper: auto every check would pass.")
          .hasSizeGreaterThan(2);
    }
  }

  @Test
  void aLetterIsForWhoeverCanDoSomething() {
    IntakeFinding refused = finding(Kind.REFUSED, "14", "A-3, A-19");
    assertThat(new Part(entry("a", IntakeState.READY), refused).isForSender()).isTrue();
    assertThat(new Part(entry("a", IntakeState.READY), finding(Kind.GAP, "all", "")).isForSender())
        .isFalse();
    assertThat(new Part(entry("a", IntakeState.READY), null).isForSender()).isFalse();
    assertThat(new Part(entry("a", IntakeState.ANSWERED), refused).isForSender()).isFalse();
    assertThat(new Part(entry("a", IntakeState.WAITING), null).isForSender()).isTrue();
  }

  @Test
  void aLetterSaysWhatIsWrongInHowManyRowsAndWhich() {
    assertThat(
            SenderLetter.text(
                "Harbour Trust",
                List.of(
                    new Part(
                        entry("a", IntakeState.TOO_FEW, "There are few."),
                        finding(Kind.REFUSED, "14", "A-3, A-19, evil\u202etxt")))))
        .startsWith(
            """
            To: Harbour Trust
            About: your comparison request

            Art & <Music> (request north-1)
            -------------------------------
            Your list of 12 May 2026 has 810 rows. There are too few people for an
            answer:
              There are few.
              Columns that are not used: cohort.

              Mend these first: the people in these rows are lost to the answer.
              - date_of_birth, 14 of 810 rows: It is no day. Mend it.
                Your references: A-3, A-19, evil\\u202etxt
            """);
  }

  @Test
  void referencesOfNearlyEveryRowAreCutBetweenTwo() {
    String all = String.join(", ", Collections.nCopies(800, "REF-1"));

    String letter =
        SenderLetter.text(
            "Harbour Trust",
            List.of(new Part(entry("a", IntakeState.TOO_FEW), finding(Kind.DOUBT, "800", all))));

    assertThat(letter.replaceAll("\\s+", " "))
        .contains("REF-1, REF-1 and others: ask us for the clinic's page");
    assertThat(letter.split("REF-1", -1)).hasSizeBetween(100, 300);
  }

  @Test
  void thePageIsWholeWhateverThePeopleWrite() throws Exception {
    List<IntakeEntry> entries = new ArrayList<>();
    for (IntakeState state : IntakeState.values()) {
      entries.add(entry("<" + state.name() + ">", state, "Because of <this> & \"that\"."));
    }
    IntakeSummary summary =
        IntakeSummary.of(
            new IntakeDesk(Path.of("nowhere"), "/srv/requests"),
            "requests",
            "2026-12-01T02:42:46Z",
            "2021-12-31-0002",
            List.of(),
            entries);
    String page = IntakePage.render(summary);

    assertThat(summary.ready()).containsExactly("<READY>");
    assertThat(summary.ofEarlierRuns()).isEqualTo(5);
    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">")
        .contains(
            "Content-Security-Policy",
            "1 December 2026 at 02:42 UTC",
            "of them were judged against an earlier run")
        .doesNotContain("<script", "http:", "https:", "src=", "<this>", "<READY>", "null");
    WellFormed.check(page);
  }
}
