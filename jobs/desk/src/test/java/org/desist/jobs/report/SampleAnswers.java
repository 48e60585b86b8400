// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import static org.desist.jobs.report.SampleFacts.attrition;
import static org.desist.jobs.report.SampleFacts.detectable;
import static org.desist.jobs.report.SampleFacts.fewLinked;
import static org.desist.jobs.report.SampleFacts.linking;
import static org.desist.jobs.report.SampleFacts.protocol;
import static org.desist.jobs.report.SampleFacts.step;
import static org.desist.jobs.report.SampleGroups.curve;
import static org.desist.jobs.report.SampleGroups.groups;
import static org.desist.jobs.report.SampleOutcomes.placebo;
import static org.desist.jobs.report.SampleOutcomes.second;
import static org.desist.jobs.report.SampleOutcomes.tested;
import static org.desist.jobs.report.SampleOutcomes.untold;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.desist.answer.Answer;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.AttritionStep.Reason;
import org.desist.answer.Answer.Curve;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.Answer.Sensitivity;
import org.desist.answer.Answer.State;
import org.desist.answer.Clinic;
import org.desist.answer.ComparedGroups;
import org.desist.answer.ComparedGroups.BalanceRow;
import org.desist.answer.OutcomeResult;
import org.desist.answer.OutcomeResult.Kind;
import org.desist.answer.OutcomeResult.Status;
import org.desist.answer.OutcomeWords;
import org.desist.answer.Protocol;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.comparison.Balance.CovariateBalance;
import org.desist.comparison.Term;

/** Answers of invented requests: one of each state. */
public final class SampleAnswers {
  private static final List<String> IMMORTAL =
      List.of("Immortal time at the start: none found.", "Immortal time at the end: none found.");

  private static final Clinic.Needed NEEDED = new Clinic.Needed(60, 30);

  private SampleAnswers() {}

  /** 231 participants who reoffend less: nine points, significant. */
  public static Answer normal() {
    return shown(
        "Mentoring at the Gate", "gate-2018", State.OPEN, null, 0.264, -0.142, -0.021, 0.009);
  }

  /** The same people without a difference that could be told from chance. */
  public static Answer inconclusive() {
    return shown(
        "Art in Custody & <Music>", "art-2019", State.OPEN, null, 0.331, -0.081, 0.052, 0.668);
  }

  /** The same, of a programme with this name. */
  public static Answer named(String programme) {
    return shown(programme, "named", State.OPEN, null, 0.331, -0.081, 0.052, 0.668);
  }

  /** Matched, but unlike: no outcome is shown. */
  public static Answer sealed() {
    return closed(State.SEALED);
  }

  /** Sealed, and shown all the same. */
  public static Answer overridden() {
    return shown(
        "Work Release",
        "work-2017",
        State.SEALED,
        "the funder asked for the figure before the audit",
        0.264,
        -0.142,
        -0.021,
        0.009);
  }

  /** 48 submitted, 27 left. */
  public static Answer tooFew() {
    Protocol protocol = protocol("Garden Course", "garden-2020", List.of());
    Detectable detectable = new Detectable(27, 21_950, 0.4, 26.4);
    return new Answer(
        protocol,
        State.TOO_FEW,
        null,
        OutcomeWords.sentences(State.TOO_FEW, null, null, protocol, 48, 27, detectable),
        List.of(),
        NEEDED,
        List.of(
            step(Reason.SUBMITTED, 48, 48),
            new AttritionStep(Reason.UNUSABLE, null, null, "suppressed"),
            step(Reason.NOT_FOUND, 12, null),
            new AttritionStep(Reason.NO_INDEX_EVENT, null, null, "suppressed"),
            step(Reason.OUT_OF_SCOPE, 0, 27),
            step(Reason.DUPLICATE, 0, 27),
            step(Reason.NOT_FINAL, 0, 27),
            step(Reason.NO_MATCH, 0, 27)),
        fewLinked(),
        detectable,
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        null,
        null,
        List.of(),
        List.of());
  }

  /** Others are about nearly the same people. */
  static Answer tooClose() {
    Protocol protocol = protocol("Garden Course", "garden-2020", List.of());
    return new Answer(
        protocol,
        State.TOO_CLOSE,
        null,
        OutcomeWords.sentences(State.TOO_CLOSE, null, null, protocol, 48, 47, null),
        List.of(),
        NEEDED,
        List.of(),
        new Answer.Linking(Map.of(), 2, 3),
        null,
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        null,
        null,
        List.of(),
        List.of());
  }

  /** No score could be worked out. */
  static Answer notEstimable() {
    Protocol protocol = protocol("Garden Course", "garden-2020", List.of());
    return new Answer(
        protocol,
        State.NOT_ESTIMABLE,
        null,
        OutcomeWords.sentences(State.NOT_ESTIMABLE, null, null, protocol, 775, 0, null),
        List.of(),
        NEEDED,
        attrition(),
        linking(74),
        null,
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        null,
        null,
        List.of(),
        List.of("Nationality separates participants from everybody else."));
  }

  private static Answer closed(State state) {
    Protocol protocol = protocol("Work Release", "work-2017", List.of());
    return new Answer(
        protocol,
        state,
        null,
        OutcomeWords.sentences(state, null, null, protocol, 775, 231, detectable()),
        List.of(),
        NEEDED,
        attrition(),
        linking(74),
        detectable(),
        groups(false),
        List.of(),
        List.of(),
        null,
        List.of(placebo()),
        null,
        null,
        IMMORTAL,
        List.of(
            "If the method chose how near two scores have to be, every diagnostic would pass, within 0.2, with 220 or more participants analysed; no outcome was read to find that out."));
  }

  /** The sealed answer as a careless caller might build it: with outcomes in it. */
  static Answer leaking() {
    Answer shown = overridden();
    Answer sealed = sealed();
    return new Answer(
        sealed.protocol(),
        State.SEALED,
        null,
        sealed.sentences(),
        shown.cautions(),
        NEEDED,
        sealed.attrition(),
        sealed.linking(),
        sealed.detectable(),
        sealed.groups(),
        shown.outcomes(),
        shown.subAnalyses(),
        shown.curve(),
        shown.placebos(),
        shown.second(),
        shown.sensitivity(),
        sealed.immortalTime(),
        sealed.notes());
  }

  static Answer shown(
      String programme,
      String request,
      State state,
      String override,
      double treated,
      double lower,
      double upper,
      double p) {
    Protocol protocol =
        protocol(
            programme,
            request,
            state == State.OPEN && p < 0.05 ? List.of("0f".repeat(32)) : List.of());
    boolean isSignificant = p <= 0.05;
    double middle = (lower + upper) / 2;
    OutcomeResult rate =
        tested(
            "all",
            "all",
            "rate",
            "One-year reoffending rate",
            Kind.RATE,
            231,
            treated,
            treated - middle,
            lower,
            upper,
            p,
            isSignificant ? null : 4_310L);
    List<OutcomeResult> outcomes =
        List.of(
            rate,
            tested(
                "all",
                "all",
                "frequency",
                "Reoffences per person",
                Kind.FREQUENCY,
                231,
                0.84,
                1.16,
                -0.66,
                0.02,
                0.066,
                null),
            tested(
                "all",
                "all",
                "days_to_first_reoffence",
                "Days to the first reoffence",
                Kind.DAYS,
                61,
                148.2,
                131.4,
                -8.3,
                41.9,
                0.19,
                null),
            tested(
                "all",
                "all",
                "first_reoffence_either_way",
                "Rate of a first reoffence triable either way",
                Kind.RATE,
                231,
                0.152,
                0.211,
                -0.106,
                -0.012,
                0.014,
                null),
            tested(
                "all",
                "all",
                "first_reoffence_summary",
                "Rate of a summary first reoffence",
                Kind.RATE,
                231,
                0.104,
                0.121,
                -0.057,
                0.023,
                0.41,
                null),
            untold(
                "first_reoffence_indictable",
                "Rate of an indictable-only first reoffence",
                Kind.RATE,
                Status.SUPPRESSED),
            tested(
                "all",
                "all",
                "custodial_reoffence",
                "Custodial reoffending rate",
                Kind.RATE,
                231,
                0.091,
                0.118,
                -0.065,
                0.011,
                0.16,
                null),
            untold(
                "custodial_frequency",
                "Custodial reoffences per person",
                Kind.FREQUENCY,
                Status.NOT_TESTED));
    return new Answer(
        protocol,
        state,
        override,
        OutcomeWords.sentences(state, override, rate, protocol, 775, 231, detectable()),
        List.of("A check where there should be no difference shows one."),
        NEEDED,
        attrition(),
        linking(74),
        detectable(),
        groups(state == State.OPEN),
        outcomes,
        List.of(
            tested(
                "age",
                "18-24",
                "rate",
                "One-year reoffending rate",
                Kind.RATE,
                88,
                0.31,
                0.42,
                -0.21,
                -0.01,
                0.031,
                null),
            tested(
                "age",
                "25-34",
                "rate",
                "One-year reoffending rate",
                Kind.RATE,
                97,
                0.25,
                0.31,
                -0.149,
                0.029,
                0.18,
                2_210L),
            untold(
                "rate",
                "One-year reoffending rate",
                Kind.RATE,
                Status.TOO_FEW,
                "age",
                "35 and over"),
            tested(
                "completion",
                "completed",
                "rate",
                "One-year reoffending rate",
                Kind.RATE,
                160,
                0.22,
                0.35,
                -0.196,
                -0.064,
                0.001,
                null),
            tested(
                "completion",
                "left early",
                "rate",
                "One-year reoffending rate",
                Kind.RATE,
                71,
                0.37,
                0.35,
                -0.093,
                0.133,
                0.73,
                18_450L)),
        curve(treated, treated - middle),
        List.of(placebo()),
        second(treated, treated - middle),
        isSignificant ? new Sensitivity(0.763, 1.95, 1.29) : new Sensitivity(0.96, 1.25, 1),
        IMMORTAL,
        List.of("Two pool members without a date of birth were left out."));
  }

  /** Nobody reoffends, many details, some off every scale, and a name without a blank. */
  static Answer extreme() {
    Answer answer =
        shown(
            "Pneumonoultramicroscopicsilicovolcanoconiosis-".repeat(3),
            "x",
            State.OPEN,
            null,
            0,
            -0.41,
            -0.27,
            1e-9);
    List<BalanceRow> rows = new ArrayList<>();
    for (int term = 0; term < 160; term++) {
      double after = term == 7 ? Double.POSITIVE_INFINITY : term == 9 ? Double.NaN : term % 12 - 6;
      rows.add(
          new BalanceRow(
              "term",
              String.format(
                  Locale.ROOT, "a_detail_with_a_long_name_and_no_blank_%d: and a level", term),
              new CovariateBalance(
                  new Term(Term.Kind.NUMBER, "term", ""),
                  1234567.891,
                  Double.NaN,
                  0,
                  0,
                  term == 8 ? Double.NEGATIVE_INFINITY : 12.0 * term,
                  after,
                  Double.NaN,
                  new BalanceThresholds(5, 10).light(after))));
    }
    ComparedGroups g = answer.groups();
    List<Double> low = new ArrayList<>();
    List<Double> never = new ArrayList<>();
    for (int bin = 0; bin < 20; bin++) {
      low.add(bin == 0 ? 1.0 : 0.0);
    }
    for (int week = 0; week <= 52; week++) {
      never.add(0.0);
    }
    ComparedGroups groups =
        new ComparedGroups(
            g.treated(),
            g.pool(),
            g.comparison(),
            Double.NaN,
            g.caliper(),
            g.calipers(),
            g.covariates(),
            g.leftOut(),
            g.diagnostics(),
            rows,
            new ComparedGroups.Scores(low, low, low, 0, 0.02, 1, 1),
            new BalanceThresholds(5, 10));
    return new Answer(
        answer.protocol(),
        answer.state(),
        null,
        answer.sentences(),
        answer.cautions(),
        NEEDED,
        answer.attrition(),
        answer.linking(),
        null,
        groups,
        answer.outcomes(),
        answer.subAnalyses(),
        new Curve(never, never),
        answer.placebos(),
        answer.second(),
        new Sensitivity(0, Double.POSITIVE_INFINITY, 12),
        answer.immortalTime(),
        List.of());
  }

  /** Answers of each kind. */
  static List<Answer> all() {
    return List.of(
        normal(), inconclusive(), sealed(), overridden(), tooFew(), tooClose(), notEstimable());
  }

  /** The same with these who left, and what could be seen with the rest. */
  static Answer left(Answer answer, List<AttritionStep> attrition, Detectable detectable) {
    return with(answer, answer.protocol(), attrition, detectable);
  }

  /** The same answer of another measure. */
  static Answer measuring(Answer answer, String measure) {
    Protocol p = answer.protocol();
    Protocol protocol =
        new Protocol(
            p.request(),
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
            measure,
            p.runId(),
            p.snapshot(),
            p.engine(),
            p.software());
    return with(answer, protocol, answer.attrition(), answer.detectable());
  }

  private static Answer with(
      Answer answer, Protocol protocol, List<AttritionStep> attrition, Detectable detectable) {
    return new Answer(
        protocol,
        answer.state(),
        answer.override(),
        answer.sentences(),
        answer.cautions(),
        answer.needed(),
        attrition,
        answer.linking(),
        detectable,
        answer.groups(),
        answer.outcomes(),
        answer.subAnalyses(),
        answer.curve(),
        answer.placebos(),
        answer.second(),
        answer.sensitivity(),
        answer.immortalTime(),
        answer.notes());
  }
}
