// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.Curve;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.Answer.Linking;
import org.desist.answer.Answer.Sensitivity;
import org.desist.answer.Answer.State;
import org.desist.answer.OutcomeResult.Status;
import org.desist.comparison.Effect;
import org.desist.comparison.MetaAnalysis;
import org.desist.error.DesistException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesisTest {
  private static final OutcomeResult LOWER = Results.rate(0.26, 0.35, -0.14, -0.04, 0.001, true);
  private static final OutcomeResult SAME = Results.rate(0.34, 0.35, -0.07, 0.05, 0.7, false);

  private static Answer answer(String request, State state, String override, OutcomeResult rate) {
    Protocol p = Results.PROTOCOL;
    Protocol protocol =
        new Protocol(
            request,
            p.organisation(),
            p.programme(),
            p.scope(),
            p.filters(),
            p.matching(),
            p.assumptions(),
            p.requestHash(),
            p.earlierHashes(),
            p.method(),
            p.methodHash(),
            request.startsWith("pilot") ? "reconviction" : "reoffending",
            p.runId(),
            p.snapshot(),
            p.engine(),
            p.software());
    Map<String, Integer> rules = new HashMap<>();
    rules.put("PNC_ID", 200);
    rules.put("UNLINKED", null);
    return new Answer(
        protocol,
        state,
        override,
        List.of("One.", "Two.", "Three."),
        List.of("Care."),
        new Clinic.Needed(60, 30),
        List.of(
            new AttritionStep(AttritionStep.Reason.SUBMITTED, 240, 240, "ok"),
            new AttritionStep(AttritionStep.Reason.NOT_FOUND, null, null, "suppressed")),
        new Linking(rules, 12, 3),
        new Detectable(231, 60_000, 0.4, Double.NaN),
        null,
        rate == null ? List.of() : List.of(rate),
        List.of(),
        new Curve(List.of(0.0, 0.1), List.of(0.0, 0.12)),
        List.of(),
        null,
        new Sensitivity(0.75, 1.5, Double.POSITIVE_INFINITY),
        List.of("Immortal time: none."),
        List.of("Note."));
  }

  @Test
  void poolsWhatIsShownAndNamesTheRest() {
    Synthesis synthesis =
        Synthesis.of(
            List.of(
                answer("d", State.SEALED, null, LOWER),
                answer("b", State.OPEN, null, SAME),
                answer("a", State.OPEN, null, LOWER),
                answer("c", State.SEALED, "the funder asked", LOWER),
                answer("e", State.TOO_FEW, null, null),
                answer("f", State.OPEN, null, Results.as(SAME, Status.SUPPRESSED))));
    assertThat(synthesis.studies())
        .extracting(Synthesis.Study::request, Synthesis.Study::isOverridden)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", false),
            org.assertj.core.groups.Tuple.tuple("b", false),
            org.assertj.core.groups.Tuple.tuple("c", true));
    assertThat(synthesis.leftOut())
        .extracting(left -> left.request() + ": " + left.reason())
        .containsExactly(
            "d: Sealed: the two groups are not shown to be alike.",
            "e: Too few people for an answer.",
            "f: Its one-year rate was not tested.");
    double[] errors =
        synthesis.studies().stream().mapToDouble(Synthesis.Study::standardError).toArray();
    assertThat(synthesis.pooled())
        .isEqualTo(
            MetaAnalysis.of(
                new double[] {LOWER.difference(), SAME.difference(), LOWER.difference()}, errors));
    assertThat(synthesis.withoutOverridden().studies()).isEqualTo(2);
  }

  @Test
  void oneStudyIsNotPooled() {
    Synthesis synthesis = Synthesis.of(List.of(answer("a", State.OPEN, null, LOWER)));
    assertThat(synthesis.studies()).hasSize(1);
    assertThat(synthesis.pooled()).isNull();
    assertThat(synthesis.withoutOverridden()).isNull();
  }

  @Test
  void theSameRequestTwiceAndDifferentMeasuresAreRefused() {
    Answer answer = answer("a", State.OPEN, null, LOWER);
    assertThatThrownBy(() -> Synthesis.of(List.of(answer, answer)))
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot pool the request a with itself: two answers are of it. Give one answer per request.");
    assertThatThrownBy(
            () -> Synthesis.of(List.of(answer, answer("pilot", State.OPEN, null, LOWER))))
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot pool answers that measure reconviction and reoffending. Give answers of one measure.");
  }

  /** From the interval alone comes the error that the test had. */
  @Test
  void theStandardErrorIsThatOfTheTest() {
    double[] values = new double[120];
    boolean[] treated = new boolean[120];
    double[] weights = new double[120];
    for (int unit = 0; unit < 120; unit++) {
      treated[unit] = unit < 40;
      values[unit] = unit % 3 == 0 ? 1 : 0;
      weights[unit] = treated[unit] ? 1 : 0.2 + unit % 7;
    }
    Effect effect = Effect.of("rate", values, treated, weights);
    OutcomeResult r = LOWER;
    OutcomeResult rate =
        new OutcomeResult(
            r.analysis(),
            r.category(),
            r.outcome(),
            r.title(),
            r.kind(),
            r.status(),
            effect.treatedUnits(),
            effect.comparisonUnits(),
            effect.effectiveComparison(),
            effect.treatedValue(),
            effect.treatedInterval(),
            effect.comparisonValue(),
            effect.comparisonInterval(),
            effect.difference(),
            effect.interval(),
            effect.pValue(),
            Double.NaN,
            false,
            null,
            "");
    assertThat(Arrays.stream(values).sum()).isEqualTo(40);
    assertThat(Synthesis.standardError(rate)).isCloseTo(effect.standardError(), within(1e-9));
  }

  @Test
  void anAnswerIsReadAsItWasWritten(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("answer.json");
    Answer answer =
        answer(
            "a",
            State.OPEN,
            null,
            Results.as(
                Results.rate(0.2, 0.3, Double.NaN, Double.NaN, Double.NaN, false),
                Status.NOT_TESTED));
    AnswerFile.write(answer, file);
    assertThat(AnswerFile.read(file)).isEqualTo(answer);
    String text = Files.readString(file);
    assertThat(text).contains("\"pValue\" : \"NaN\"").doesNotContain("shown", "\r");
    AnswerFile.write(AnswerFile.read(file), file);
    assertThat(file).hasContent(text.stripTrailing() + "\n");
  }

  @Test
  void whatIsNoAnswerIsRefused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("answer.json");
    assertThatThrownBy(() -> AnswerFile.read(file))
        .isInstanceOf(DesistException.class)
        .hasMessageStartingWith("Cannot read the answer " + file)
        .hasMessageEndingWith("Check that the file exists and may be read.");
    Files.writeString(file, "{\"state\": \"OPEN\"}");
    assertThatThrownBy(() -> AnswerFile.read(file))
        .isInstanceOf(DesistException.class)
        .hasMessageStartingWith(
            "Cannot read %s as an answer: Missing creator property".formatted(file))
        .hasMessageEndingWith("Answer the request again to write it anew.");
    Path missing = folder.resolve("no").resolve("answer.json");
    assertThatThrownBy(() -> AnswerFile.write(answer("a", State.TOO_FEW, null, null), missing))
        .isInstanceOf(DesistException.class)
        .hasMessageStartingWith("Cannot write the answer to " + missing);
  }
}
