// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.answer.Answer;
import org.desist.answer.Answer.Linking;
import org.desist.answer.Answer.Sensitivity;
import org.desist.answer.Answer.State;
import org.desist.answer.OutcomeResult;
import org.desist.answer.Protocol;
import org.desist.participant.ParticipantLinks.LinkRule;
import org.desist.text.FigureText;

/**
 * A report, ready to be laid out. What does not apply is null or empty.
 *
 * @param programme what was done with the participants
 * @param organisation who asks
 * @param measure what is counted
 * @param banner the verdict
 * @param summary what a manager reads
 * @param cautions what has to be told beside the answer
 * @param override why a sealed result is shown
 * @param isChanged whether the request was changed after an earlier answer
 * @param headline the one-year rate as pictures
 * @param reading what may be said
 * @param outcomes over all participants
 * @param curve of both groups
 * @param subAnalyses outcomes of groups of participants
 * @param attrition who is in the figures
 * @param linking how participants were found, by rule
 * @param linkingRule what a scored link needs
 * @param detectable the smallest difference that could be seen
 * @param alike how alike the groups are
 * @param immortalTime what was known only after the index date, sentences
 * @param placebos outcomes of before the index date
 * @param second the rate estimated in another way, in words
 * @param sensitivity to a hidden cause, sentences
 * @param trial the design as the trial that it stands in for
 * @param protocol what was asked and how it was answered, by name
 * @param earlierHashes of the request
 * @param notes sentences
 * @param analyst keys and options that may help
 * @param glossary explanations by term
 */
public record Report(
    String programme,
    String organisation,
    MeasureWords measure,
    AnswerBanner banner,
    Summary summary,
    List<String> cautions,
    String override,
    boolean isChanged,
    Headline headline,
    AnswerReading reading,
    OutcomeTable outcomes,
    String curve,
    List<OutcomeTable> subAnalyses,
    Attrition attrition,
    Map<String, String> linking,
    String linkingRule,
    String detectable,
    GroupLikeness alike,
    List<String> immortalTime,
    OutcomeTable placebos,
    String second,
    List<String> sensitivity,
    List<TargetTrial> trial,
    Map<String, String> protocol,
    List<String> earlierHashes,
    List<String> notes,
    List<String> analyst,
    Map<String, String> glossary) {

  /** People of 100 in both groups, as numbers and as pictures. */
  public record Headline(
      String treated, String comparison, String treatedChart, String comparisonChart) {}

  /** The picture of the steps, and their table. */
  public record Attrition(String chart, List<Step> steps) {}

  /** A step of the table. */
  public record Step(String reason, String people, String remaining) {}

  static Report of(Answer answer) {
    // What is sealed must not reach the page by any way, whatever the answer holds.
    List<OutcomeResult> shown = answer.isShown() ? answer.outcomes() : List.of();
    OutcomeResult headline = answer.isShown() ? answer.headline().orElse(null) : null;
    boolean isMatched = answer.state() != State.TOO_FEW && answer.groups() != null;
    MeasureWords measure = MeasureWords.of(answer.protocol().measure());
    return new Report(
        answer.protocol().programme(),
        answer.protocol().organisation(),
        measure,
        AnswerBanner.of(answer),
        Summary.of(answer),
        answer.isShown() ? answer.cautions() : List.of(),
        answer.isShown() ? answer.override() : null,
        !answer.protocol().earlierHashes().isEmpty(),
        headline(headline, measure),
        answer.isShown() ? AnswerReading.of(answer, headline) : null,
        shown.isEmpty() ? null : OutcomeTable.of("All participants", "all", shown),
        answer.isShown() && answer.curve() != null
            ? GroupCharts.curve(answer.curve(), measure)
            : null,
        answer.isShown() ? OutcomeTable.byAnalysis(answer.subAnalyses()) : List.of(),
        attrition(answer),
        linking(answer.linking()),
        linkingRule(answer.linking()),
        Summary.isSeen(answer.detectable()) ? Summary.noticed(answer.detectable()) : null,
        isMatched ? GroupLikeness.of(answer.groups()) : null,
        answer.isShown() ? answer.immortalTime() : List.of(),
        answer.isShown() && !answer.placebos().isEmpty()
            ? OutcomeTable.of("Before the index date", "before", answer.placebos())
            : null,
        answer.isShown() && answer.second() != null ? second(answer.second()) : null,
        answer.isShown() && answer.sensitivity() != null
            ? hiddenCause(answer.sensitivity())
            : List.of(),
        isMatched ? TargetTrial.of(answer) : List.of(),
        protocol(answer.protocol()),
        answer.protocol().earlierHashes(),
        // Those of a sealed answer are the first of what is for the analyst.
        answer.state() == Answer.State.SEALED ? List.of() : answer.notes(),
        Advice.forAnalyst(answer),
        Glossary.all());
  }

  /** Titles of the sections of the full report by address. */
  public Map<String, String> contents() {
    Map<String, String> contents = new LinkedHashMap<>();
    add(contents, outcomes != null, "outcomes", "All outcomes");
    add(contents, curve != null, "curve", "When people " + measure.verb());
    add(contents, !subAnalyses.isEmpty(), "groups", "Groups of participants");
    add(contents, !attrition.steps().isEmpty(), "people", "Who is in the figures");
    add(contents, alike != null, "alike", "How alike the two groups are");
    add(
        contents,
        placebos != null || second != null || !immortalTime.isEmpty() || !sensitivity.isEmpty(),
        "checks",
        "How far the result can be relied on");
    add(contents, !trial.isEmpty(), "trial", "The trial that this stands in for");
    add(contents, !notes.isEmpty(), "notes", "Notes");
    add(contents, !analyst.isEmpty(), "analyst", "For the analyst");
    add(contents, true, "method", "Request and method");
    add(contents, true, "glossary", "What the words mean");
    return Collections.unmodifiableMap(contents);
  }

  private static void add(
      Map<String, String> contents, boolean isThere, String address, String title) {
    if (isThere) {
      contents.put(address, title);
    }
  }

  private static Headline headline(OutcomeResult headline, MeasureWords measure) {
    if (headline == null
        || !OutcomeCells.isTold(headline)
        || !Double.isFinite(headline.treated())
        || !Double.isFinite(headline.comparison())) {
      return null;
    }
    return new Headline(
        FigureText.people(headline.treated()),
        FigureText.people(headline.comparison()),
        GroupCharts.hundred(headline, measure, true),
        GroupCharts.hundred(headline, measure, false));
  }

  private static String second(OutcomeResult second) {
    return "%s of the participants, against %s: a difference of %s. %s"
        .formatted(
            second.kind().value(second.treated()),
            second.kind().value(second.comparison()),
            OutcomeCells.difference(second),
            second.words());
  }

  private static Attrition attrition(Answer answer) {
    List<Step> steps = new ArrayList<>();
    answer
        .attrition()
        .forEach(
            step ->
                steps.add(
                    new Step(
                        step.reason().words(),
                        OutcomeCells.left(step),
                        OutcomeCells.remaining(step))));
    return new Attrition(
        answer.attrition().isEmpty() ? "" : GroupCharts.attrition(answer.attrition()), steps);
  }

  private static Map<String, String> linking(Linking linking) {
    Map<String, String> rows = new LinkedHashMap<>();
    if (linking != null) {
      for (LinkRule rule : LinkRule.values()) {
        if (linking.byRule().containsKey(rule.name())) {
          Integer people = linking.byRule().get(rule.name());
          rows.put(
              rule.words(), people == null ? "withheld (small numbers)" : FigureText.count(people));
        }
      }
    }
    return rows;
  }

  private static String linkingRule(Linking linking) {
    return linking == null || !Double.isFinite(linking.threshold())
        ? null
        : "A link by likeness needs a weight of at least %s bits, and to be %s bits clear of the next best person."
            .formatted(
                FigureText.decimals(linking.threshold(), 1),
                FigureText.decimals(linking.margin(), 1));
  }

  private static Map<String, String> protocol(Protocol protocol) {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("Request", protocol.request());
    rows.put("Organisation", protocol.organisation());
    rows.put("Programme", protocol.programme());
    rows.put("Compared with", protocol.scope());
    rows.put("Filters", protocol.filters());
    if (!protocol.assumptions().isEmpty()) {
      rows.put("How the list was read", String.join(" ", protocol.assumptions()));
    }
    rows.put("Matching", protocol.matching());
    rows.put("Measure", protocol.measure());
    rows.put("Hash of the request", protocol.requestHash());
    rows.put("Method", protocol.method());
    rows.put("Hash of the method", protocol.methodHash());
    rows.put("Run", protocol.runId());
    rows.put("Extracts taken on", protocol.snapshot());
    rows.put("Engine", protocol.engine());
    rows.put("Software", "Desist " + protocol.software());
    return rows;
  }

  /** Sensitivity to a cause that no record holds, in plain words. */
  private static List<String> hiddenCause(Sensitivity sensitivity) {
    String ratio =
        "The participants' rate is %s times that of the comparison group."
            .formatted(FigureText.decimals(sensitivity.riskRatio(), 2));
    if (!(sensitivity.limitEValue() > 1)) {
      return List.of(
          ratio,
          "No hidden cause is needed to explain the difference: the interval already has no difference in it (E-value of the limit 1).");
    }
    return List.of(
        ratio,
        "Something that was not recorded, such as motivation or housing, would have to make both taking part and reoffending %s times as likely (or as unlikely) to explain the whole difference away (E-value)."
            .formatted(FigureText.decimals(sensitivity.eValue(), 2)),
        "With %s times, the interval would begin to hold no difference. The nearer this is to 1, the easier it is to explain the result away."
            .formatted(FigureText.decimals(sensitivity.limitEValue(), 2)));
  }
}
