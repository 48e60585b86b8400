// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.desist.answer.Answer;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.AttritionStep.Reason;
import org.desist.answer.Answer.Detectable;
import org.desist.comparison.Balance.Verdict;
import org.desist.text.FigureText;

/** What would help a request that has no answer. */
final class Advice {
  /** The check of the outcomes of before the index date. */
  private static final String OFFENDING_BEFORE = "Offending before";

  private static final int[] DIFFERENCES = {10, 5};

  private Advice() {}

  /** Sentences, the most useful first; empty when there is an open answer. */
  static List<String> of(Answer answer) {
    return switch (answer.state()) {
      case TOO_FEW -> tooFew(answer);
      case NOT_ESTIMABLE ->
          List.of(
              "Look at the details that the notes name: a filter, or an interaction of the request, may have left nobody like the participants.",
              "Widen the scope: more regions or years bring more people to compare with.");
      case SEALED -> sealed(answer);
      case OPEN -> List.of();
    };
  }

  /** The notes of a sealed answer say what would have passed. */
  private static List<String> sealed(Answer answer) {
    List<String> advice = new ArrayList<>(answer.notes());
    advice.add(
        "Look at the red details below: where participants differ in kind from everybody else (an area, an offence, a sentence), limit the scope to where the programme worked.");
    advice.add(
        "Ask for an exact match on a red detail, or for caliper: auto where the request fixes another: fewer people are then compared, but like with like.");
    if (answer.groups() != null
        && answer.groups().diagnostics().stream()
            .anyMatch(
                one -> one.name().equals(OFFENDING_BEFORE) && one.verdict() == Verdict.FAILED)) {
      advice.add(
          "Where the groups differed in what they did before, something that drives offending is not among the details: an exact match on bands of previous offences or of the risk score may bring it closer.");
    }
    advice.add(
        "A sealed result can be shown under an override; the report then says so, with the reason.");
    return advice;
  }

  private static List<String> tooFew(Answer answer) {
    List<String> advice = new ArrayList<>();
    answer.attrition().stream()
        .filter(step -> step.reason() != Reason.SUBMITTED && step.people() != null)
        .filter(step -> step.people() > 0)
        // A stable order: the first of two that are equal.
        .sorted(Comparator.comparing(AttritionStep::people).reversed())
        .findFirst()
        .ifPresent(
            step ->
                advice.add(
                    "People were lost because: %s (%s). %s"
                        .formatted(
                            step.reason().words(),
                            FigureText.count(step.people()),
                            remedy(step.reason()))));
    Detectable detectable = answer.detectable();
    if (detectable != null
        && Double.isFinite(detectable.points())
        && detectable.points() > 0
        && detectable.treated() > 0) {
      for (int points : DIFFERENCES) {
        if (points < detectable.points()) {
          advice.add(
              FigureText.text(
                  "About %s participants who can be analysed would be needed to detect a difference of %d people in 100.",
                  FigureText.count(needed(detectable, points)), points));
        }
      }
    }
    advice.add("Add the participants of earlier or later years to the same request.");
    return advice;
  }

  /** The error shrinks with the root of the number of people, as long as the pool is far larger. */
  private static long needed(Detectable detectable, int points) {
    double ratio = detectable.points() / points;
    return (long) Math.ceil(detectable.treated() * ratio * ratio / 10) * 10;
  }

  private static String remedy(Reason reason) {
    return switch (reason) {
      case SUBMITTED -> "";
      case UNUSABLE ->
          "Give a name of everybody, the date of birth or a valid PNC id or prison number, and at least one date of the programme.";
      case NOT_FOUND ->
          "PNC ids or prison numbers, full forenames and checked dates of birth find more.";
      case NO_INDEX_EVENT ->
          "Give the date of the release, sentence or conviction that the programme followed.";
      case OUT_OF_SCOPE -> "Widen the filters of the request, if the programme allows it.";
      case DUPLICATE -> "The same people came more than once: new people are needed.";
      case NOT_FINAL ->
          "Ask again when a year, six months for the courts and the loading of records have passed.";
      case NO_COMMON_SUPPORT ->
          "Widen the scope or the filters, so that people with the same details are in the pool.";
      case NO_MATCH -> "Widen the scope, so that there are more people to compare with.";
    };
  }
}
