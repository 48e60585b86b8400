// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.desist.answer.Answer;
import org.desist.answer.AnswerFile;
import org.desist.jobs.Terminal;
import org.desist.jobs.report.SampleAnswers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesisCommandTest {
  @TempDir Path folder;
  private Terminal terminal;
  private Path requests;

  @BeforeEach
  void open() {
    terminal = new Terminal(folder, Map.of());
    requests = folder.resolve("requests");
  }

  @Test
  void requestsOfAFolderAreTakenTogether() throws IOException {
    answered("gate", SampleAnswers.normal());
    answered("art", SampleAnswers.inconclusive());
    answered("garden", SampleAnswers.tooFew());
    // At work: not an answer yet.
    answered(".gate", SampleAnswers.sealed());

    assertThat(terminal.type("synthesis", requests.toString())).as(terminal.err()).isZero();

    assertThat(terminal.out())
        .contains(
            "** Inconclusive: the direction is not known **",
            "2 of 3 requests have a one-year rate that was tested.",
            "Where a further programme would lie cannot be said from two.",
            "Left out  Garden Course (garden-2020): Too few people for an answer.",
            "(I-squared); Q 2.16, p-value 0.14",
            "The page: " + requests.resolve("synthesis.html"))
        .containsPattern("Mentoring at the Gate +gate-2018 +231 +26% +.*-8 \\(-14 to -2\\) +\\d+%")
        .doesNotContain("\u2212", "NaN");
    assertThat(requests.resolve("synthesis.html"))
        .content()
        .contains("Garden Course", "Mentoring at the Gate");
  }

  @Test
  void anOverriddenResultSaysSoAndThePageGoesWhereItIsTold() throws IOException {
    Path page = folder.resolve("page.html");

    int exit =
        terminal.type(
            "synthesis",
            answered("gate", SampleAnswers.normal()).toString(),
            answered("art", SampleAnswers.inconclusive()).toString(),
            answered("work", SampleAnswers.overridden()).toString(),
            "--to-file",
            page.toString());

    assertThat(exit).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .containsPattern("Work Release .*under an override")
        .contains(
            "A further programme of this kind would plausibly lie between ", "The page: " + page);
    assertThat(page).content().contains("under an override");
  }

  @Test
  void fewerThanTwoResultsAreNotPooled() throws IOException {
    answered("gate", SampleAnswers.normal());
    answered("work", SampleAnswers.sealed());

    assertThat(terminal.type("synthesis", requests.toString())).isEqualTo(3);

    assertThat(terminal.err())
        .contains(
            "NOT_ESTIMABLE",
            "Cannot pool 1 of 2 requests: at least two need a one-year rate that is shown and was tested. work-2017: Sealed: the two groups are not shown to be alike. Give the folders of more answered requests.");
    assertThat(terminal.out()).isEmpty();
    assertThat(requests.resolve("synthesis.html")).doesNotExist();
  }

  @Test
  void aFolderWithoutAnAnswerIsNamed() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));

    for (Path nothing : new Path[] {empty, folder.resolve("absent")}) {
      assertThat(terminal.type("synthesis", nothing.toString())).isEqualTo(2);
      assertThat(terminal.err())
          .contains(
              "Cannot find an answered request in %s: there is no answer.json in it, nor in a folder of it. Answer requests first, with: desist compare REQUEST"
                  .formatted(nothing));
    }
  }

  @Test
  void aRequestIsNotPooledWithItself() throws IOException {
    String gate = answered("gate", SampleAnswers.normal()).toString();

    assertThat(terminal.type("synthesis", gate, gate)).isEqualTo(2);

    assertThat(terminal.err())
        .contains("Cannot pool the request gate-2018 with itself: two answers are of it.");
  }

  private Path answered(String name, Answer answer) throws IOException {
    Path request = Files.createDirectories(requests.resolve(name));
    AnswerFile.write(answer, request.resolve("answer.json"));
    return request;
  }
}
