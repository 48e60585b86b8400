// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.desist.answer.Answer;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.Answer.Linking;
import org.desist.answer.Answer.Sensitivity;
import org.desist.answer.Answer.State;
import org.desist.answer.AnswerRounding;
import org.desist.answer.Clinic;
import org.desist.answer.Clinic.Needed;
import org.desist.answer.ComparedGroups;
import org.desist.answer.ComparedGroups.Diagnostic;
import org.desist.answer.OutcomeResult;
import org.desist.answer.OutcomeWords;
import org.desist.answer.Protocol;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.comparison.Balance.Verdict;
import org.desist.comparison.EValue;
import org.desist.engine.Engine;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.inquiry.Diagnostics.CaliperAdvice;
import org.desist.inquiry.Diagnostics.Detection;
import org.desist.inquiry.MeasuredOutcome.Reoffending;
import org.desist.inquiry.OutcomeMeasure.CourtModes;
import org.desist.method.Method;
import org.desist.model.ModelCatalog;
import org.desist.request.Request;
import org.desist.run.ProgressListener;

/**
 * Answers a request whose participants have been looked up. First the design: who is compared with
 * whom, and whether that is fair. Only a design that passes, or that somebody answers for, lets the
 * outcomes be read.
 */
public final class Inquiry {
  private final RequestModels models;
  private final Method method;
  private final Request request;
  private final ProgressListener progress;
  private final MatchPlan plan;
  private final BalanceThresholds thresholds;

  /**
   * Prepares.
   *
   * @param engine in which the stages store, link and cohort of a run are readable, and the tables
   *     of {@link RequestTables}
   * @param work a private folder for what models write
   */
  public Inquiry(
      Engine engine,
      ModelCatalog catalog,
      Method method,
      Request request,
      Path work,
      ProgressListener progress) {
    this.models = new RequestModels(engine, catalog, work, progress);
    this.method = method;
    this.request = request;
    this.progress = progress;
    this.plan = MatchPlan.of(request.method(), method.comparison());
    this.thresholds =
        new BalanceThresholds(method.comparison().green(), method.comparison().amber());
  }

  /** How the request is matched, in words, before the groups are made. */
  public String matching() {
    return matching(plan.words());
  }

  private static String matching(String words) {
    return words + "; who has a detail that only one group has is left out before";
  }

  /** What was asked, with the caliper that was taken. */
  private Protocol chosen(Protocol protocol, Design design) {
    return design.grouping() == null
        ? protocol
        : protocol.withMatching(matching(plan.words(design.grouping())));
  }

  /** What the request would come to. No outcome is read. */
  public Clinic clinic(Protocol protocol, Linking linking) {
    Design design = design(false);
    return new Clinic(
        chosen(protocol, design),
        design.state(),
        needed(),
        design.attrition().steps(),
        linking,
        design.detectable(),
        design.groups(),
        design.notes());
  }

  /**
   * The answer, with nothing in it that may not leave but for the decimals of its figures.
   *
   * @param overrides why a sealed result is to be shown all the same
   * @param gate asked once the design stands and before the first outcome is read
   */
  public Answer answer(Protocol protocol, Linking linking, Overrides overrides, Gate gate) {
    Design design = design(true);
    gate.fix(protocol.requestHash());
    String override = overrides.unlike();
    boolean isShown =
        design.state() == State.OPEN || (design.state() == State.SEALED && override != null);
    if (!isShown) {
      return hidden(protocol, linking, override, design);
    }
    AnswerLedger.Decision decision =
        gate.decide(
            protocol,
            models.keys(design.grouping().analysed()),
            method.disclosure().smallestCount(),
            overrides);
    if (!decision.isGiven()) {
      return hidden(protocol, linking, null, design.tooClose());
    }
    return shown(
        hidden(protocol, linking, override, design.numbered(protocol, decision.number())),
        design,
        decision.isClose() ? overrides : Overrides.NONE);
  }

  /** Who decides whether outcomes may be read. */
  interface Gate {
    /** Writes down what is asked: from now on a change of it shows. */
    void fix(String requestHash);

    /** Whether the outcomes of some people may be read; if so, that they are is written down. */
    AnswerLedger.Decision decide(
        Protocol protocol, List<String> people, int smallest, Overrides overrides);
  }

  private Answer hidden(Protocol protocol, Linking linking, String override, Design design) {
    Disclosure disclosure = disclosure();
    boolean isTold = design.state() != State.TOO_CLOSE;
    List<AttritionStep> attrition =
        isTold ? disclosure.attrition(design.attrition().steps()) : List.of();
    String kept = design.state() == State.SEALED ? override : null;
    return new Answer(
        chosen(protocol, design),
        design.state(),
        kept,
        sentences(design, kept, null, protocol),
        List.of(),
        needed(),
        attrition,
        isTold
            ? disclosure.linking(linking, attrition)
            : new Linking(Map.of(), linking.threshold(), linking.margin()),
        disclosure.detectable(design.detectable()),
        design.groups() == null ? null : disclosure.groups(design.groups()),
        List.of(),
        List.of(),
        null,
        design.placebos().results(),
        null,
        null,
        design.immortalTime(),
        design.notes());
  }

  private Disclosure disclosure() {
    return new Disclosure(method.disclosure().smallestCount());
  }

  private List<String> sentences(
      Design design, String override, OutcomeResult headline, Protocol protocol) {
    return OutcomeWords.sentences(
        design.state(),
        override,
        headline == null ? null : AnswerRounding.result(headline),
        protocol,
        AnswerRounding.count(design.attrition().submitted()),
        analysed(design.attrition().remaining()),
        AnswerRounding.detectable(disclosure().detectable(design.detectable())));
  }

  /** A number that is withheld stays small, so that words withhold it. */
  private int analysed(int people) {
    return people < method.disclosure().smallestCount() ? people : AnswerRounding.count(people);
  }

  private Answer shown(Answer hidden, Design design, Overrides close) {
    Reoffending reoffending = models.outcomes();
    Grouping grouping = design.grouping();
    Units units = grouping.units();
    OutcomeMeasure measure =
        new OutcomeMeasure(method, grouping, units.of(reoffending.reoffended()));
    List<OutcomeResult> measured =
        MeasuredOutcome.asked(request.outcomes()).stream()
            .map(
                outcome ->
                    measure.measure(
                        "all",
                        "all",
                        outcome,
                        units.of(outcome.values().apply(reoffending)),
                        units.of(outcome.people().apply(reoffending))))
            .toList();
    // A test that is withheld is none: the correction must not tell of it.
    List<OutcomeResult> results = ManyTests.secondary(CourtModes.told(measured));
    SubAnalyses parts = subAnalyses(grouping);
    SecondEstimate second =
        SecondEstimate.of(results.get(0), grouping, units.of(reoffending.reoffended()));
    List<String> cautions = new ArrayList<>(design.placebos().cautions());
    cautions.addAll(second.cautions());
    if (close.close() != null) {
      cautions.add(
          "Other answers are about nearly the same people; the differences tell of fewer than %s. %s accepted that: %s"
              .formatted(method.disclosure().smallestCount(), close.acceptedBy(), close.close()));
    }
    return new Answer(
        hidden.protocol(),
        hidden.state(),
        hidden.override(),
        sentences(design, hidden.override(), results.get(0), hidden.protocol()),
        cautions,
        hidden.needed(),
        hidden.attrition(),
        hidden.linking(),
        hidden.detectable(),
        hidden.groups(),
        results,
        ManyTests.exploratory(parts.results(design.parts(), reoffending)),
        WeeklyCurve.of(grouping, units.of(reoffending.days()), method.disclosure().smallestCount()),
        hidden.placebos(),
        second.result(),
        sensitivity(results.get(0)),
        hidden.immortalTime(),
        hidden.notes());
  }

  private static Sensitivity sensitivity(OutcomeResult rate) {
    if (rate.status() != OutcomeResult.Status.TESTED) {
      return null;
    }
    EValue value =
        EValue.of(
            rate.treated(), rate.treatedPeople(), rate.comparison(), rate.effectiveComparison());
    return new Sensitivity(value.riskRatio(), value.value(), value.limitValue());
  }

  private SubAnalyses subAnalyses(Grouping grouping) {
    int smallest =
        Math.max(method.comparison().minimumAnalysed(), method.disclosure().minimumOffenders());
    return new SubAnalyses(method, plan.within(grouping.caliper()), thresholds, smallest, grouping);
  }

  private Design design(boolean withParts) {
    Units units = models.units();
    Attrition attrition = models.attrition();
    Detectable detectable = Detection.of(units);
    if (isTooSmall(attrition)) {
      return undecided(State.TOO_FEW, attrition, detectable, List.of());
    }
    Grouping grouping;
    try {
      progress.started("groups", units.size(), "people");
      grouping = Grouping.of(units, plan, thresholds);
    } catch (DesistException e) {
      if (e.code() != ErrorCode.NOT_ESTIMABLE) {
        throw e;
      }
      return undecided(State.NOT_ESTIMABLE, attrition, detectable, List.of(e.getMessage()));
    }
    Attrition matched =
        attrition.matched(grouping.leftOut().participants(), grouping.matching().treatedMatched());
    progress.finished(
        "groups",
        String.format(
            Locale.ROOT,
            "%,d participants and %,d to compare with",
            grouping.matching().treatedMatched(),
            grouping.comparisonPeople()));
    // An answer may be published, and the clinic is for whoever holds the list.
    List<String> leftOut =
        withParts
            ? grouping.leftOut().sentences(method.disclosure().smallestCount())
            : grouping.leftOut().sentences();
    if (isTooSmall(matched)) {
      return undecided(State.TOO_FEW, matched, detectable, leftOut);
    }
    return judged(matched, grouping, leftOut, withParts);
  }

  private static Design undecided(
      State state, Attrition attrition, Detectable detectable, List<String> notes) {
    return new Design(
        state, attrition, detectable, null, null, List.of(), Placebos.NONE, List.of(), notes);
  }

  private Design judged(
      Attrition attrition, Grouping grouping, List<String> leftOut, boolean withParts) {
    List<Diagnostic> diagnostics = new ArrayList<>(Diagnostics.of(grouping));
    Placebos placebos = Placebos.of(method, grouping);
    placebos.diagnostic().ifPresent(diagnostics::add);
    boolean isOpen = Diagnostics.verdict(diagnostics) == Verdict.PASSED;
    List<String> notes = new ArrayList<>();
    if (!isOpen) {
      CaliperAdvice.of(grouping, plan, MatchPlan.usual(method.comparison()), thresholds)
          .ifPresent(notes::add);
    }
    List<SubAnalyses.Part> parts = List.of();
    if (withParts && isOpen) {
      SubAnalyses analyses = subAnalyses(grouping);
      parts = analyses.parts();
      notes.addAll(analyses.notes());
    }
    return new Design(
        isOpen ? State.OPEN : State.SEALED,
        attrition,
        Detection.of(grouping),
        grouping,
        grouping.told(leftOut, diagnostics, thresholds),
        parts,
        placebos,
        ImmortalTime.of(grouping, method.disclosure().smallestCount()),
        notes);
  }

  /** A request may ask for more people than the method, never for fewer. */
  private Needed needed() {
    Request.Thresholds asked = request.thresholds();
    return new Needed(
        stricter(asked.minimumSubmitted(), method.comparison().minimumSubmitted()),
        stricter(asked.minimumAnalysed(), method.comparison().minimumAnalysed()));
  }

  private boolean isTooSmall(Attrition attrition) {
    Needed needed = needed();
    return attrition.submitted() < needed.submitted() || attrition.remaining() < needed.analysed();
  }

  private static int stricter(Integer asked, int usual) {
    return asked == null ? usual : Math.max(asked, usual);
  }

  /**
   * Everything about a request that is settled before an outcome is read.
   *
   * @param state what may follow
   * @param attrition who left and why
   * @param detectable what could be seen; null when nobody is left
   * @param grouping the two groups; null when there are too few people, or no score
   * @param groups what is told of them; null as well
   * @param parts groups of participants with comparison groups of their own
   * @param placebos what people did before the index date; none without groups
   * @param immortalTime what was known only after the index date, in sentences
   * @param notes what a reader has to know
   */
  record Design(
      State state,
      Attrition attrition,
      Detectable detectable,
      Grouping grouping,
      ComparedGroups groups,
      List<SubAnalyses.Part> parts,
      Placebos placebos,
      List<String> immortalTime,
      List<String> notes) {
    /** Nothing of it can be told: what differs from another answer would be about a few people. */
    private Design tooClose() {
      return new Design(
          State.TOO_CLOSE,
          attrition,
          null,
          null,
          null,
          List.of(),
          Placebos.NONE,
          List.of(),
          List.of());
    }

    /** With the number of the request among those of its organisation. */
    private Design numbered(Protocol protocol, int number) {
      List<String> told = new ArrayList<>(notes);
      told.add(
          number == 1
              ? "This is the first request of %s that is answered."
                  .formatted(protocol.organisation())
              : "This is request number %s of %s that is answered."
                  .formatted(number, protocol.organisation()));
      return new Design(
          state, attrition, detectable, grouping, groups, parts, placebos, immortalTime, told);
    }
  }
}
