// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.desist.answer.Synthesis;
import org.junit.jupiter.api.Test;

class SynthesisPageTest {
  @Test
  void studiesTheirMeanAndThoseLeftOutAreOnThePage() {
    Synthesis synthesis =
        Synthesis.of(
            List.of(
                SampleAnswers.normal(),
                SampleAnswers.inconclusive(),
                SampleAnswers.overridden(),
                SampleAnswers.tooFew()));
    String page = SynthesisPage.render(synthesis).replaceAll("</?bdi>", "");
    assertThat(page)
        .isEqualTo(SynthesisPage.render(synthesis).replaceAll("</?bdi>", ""))
        .contains(
            "Inconclusive: the direction is not known",
            "3 of 4 requests have a one-year rate that was tested. Together they come to \u22126 points (95% interval \u221215 to +3).",
            "lower by as many as 15 people, or higher by as many as 3 people, among the participants of programmes like these (p-value 0.11)",
            "This does not show that the programmes fail to affect reoffending.",
            "Work Release (work-2017), under an override: \u22128 (\u221214 to \u22122).",
            "without them the others come to",
            "A further programme (prediction): \u221244 to +31.",
            "<dt>tau\u00b2, variance between programmes</dt><dd>0.00039</dd>",
            "Too few people for an answer.")
        .doesNotContain("NaN", "<script", "http:", "https:");
  }

  @Test
  void twoThatAgreeAreSignificantTogether() {
    Synthesis synthesis =
        Synthesis.of(
            List.of(
                sample("a", -0.12, -0.10), sample("b", -0.12, -0.10), sample("c", -0.12, -0.10)));
    assertThat(SynthesisPage.render(synthesis))
        .contains(
            "Lower, taken together: statistically significant",
            "could on average be lower by between 10 and 12 people, among the participants of programmes like these, which is statistically significant (p-value less than 0.01).");
  }

  @Test
  void noIntervalIsMoreThanEverybody() {
    assertThat(
            SynthesisPage.render(
                Synthesis.of(List.of(sample("a", -0.30, -0.20), sample("b", 0.10, 0.20)))))
        .contains(
            "(95% interval \u2212100 to +100)",
            "lower by as many as 100 people, or higher by as many as 100 people");
    Synthesis synthesis =
        Synthesis.of(
            List.of(sample("a", -0.30, -0.20), sample("b", 0.10, 0.20), sample("c", -0.05, 0.05)));
    assertThat(synthesis.pooled().prediction().lower()).isLessThan(-1);
    assertThat(SynthesisPage.render(synthesis))
        .contains(
            "A further programme of this kind would plausibly lie between \u2212100 and +100 points.",
            "A further programme (prediction): \u2212100 to +100.");
  }

  private static org.desist.answer.Answer sample(String request, double lower, double upper) {
    return SampleAnswers.shown(
        "Programme " + request,
        request,
        org.desist.answer.Answer.State.OPEN,
        null,
        0.26,
        lower,
        upper,
        0.001);
  }

  @Test
  void oneStudyIsNotPooled() {
    String page =
        SynthesisPage.render(Synthesis.of(List.of(SampleAnswers.normal(), SampleAnswers.sealed())));
    assertThat(page)
        .contains(
            "No answer: too few requests with a result",
            "At least two are needed to pool them.",
            "Sealed: the two groups are not shown to be alike.")
        .doesNotContain("tau\u00b2, variance");
  }
}
