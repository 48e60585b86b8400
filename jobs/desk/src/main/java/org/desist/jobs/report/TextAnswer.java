// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.desist.answer.Answer;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.State;
import org.desist.answer.ComparedGroups;
import org.desist.answer.OutcomeResult;
import org.desist.comparison.Balance.BalanceLight;
import org.desist.jobs.terminal.Paragraph;
import org.desist.jobs.terminal.TextTable;
import org.desist.text.FigureText;

/** An answer on a terminal, on one screen. Outcomes are on it only where they may be shown. */
public final class TextAnswer {
  private TextAnswer() {}

  /** Prints it. */
  public static void print(Answer answer, PrintWriter screen) {
    screen.println(
        "%s (%s, request %s)"
            .formatted(
                answer.protocol().programme(),
                answer.protocol().organisation(),
                answer.protocol().request()));
    screen.println("** " + AnswerBanner.of(answer).words() + " **");
    screen.println();
    answer.sentences().forEach(sentence -> Paragraph.print("  ", sentence, screen));
    if (answer.isShown()) {
      answer.cautions().forEach(caution -> Paragraph.print("  Caution  ", caution, screen));
    }
    if (answer.isShown() && answer.override() != null) {
      Paragraph.print("  Override: ", answer.override(), screen);
    }
    if (answer.isShown() && !answer.outcomes().isEmpty()) {
      screen.println();
      screen.println(table(answer.outcomes()).text());
    }
    screen.println();
    Paragraph.print("  People   ", people(answer), screen);
    if (Summary.isSeen(answer.detectable())) {
      Paragraph.print("  Seen     ", Summary.noticed(answer.detectable()), screen);
    }
    if (answer.groups() != null && answer.state() != State.TOO_FEW) {
      groups(answer.groups(), screen);
    }
    if (answer.state() != State.OPEN) {
      Advice.of(answer).forEach(advice -> Paragraph.print("  Advice   ", advice, screen));
      Advice.forAnalyst(answer).forEach(key -> Paragraph.print("  Analyst  ", key, screen));
    }
    if (answer.isShown() && !answer.subAnalyses().isEmpty()) {
      Paragraph.print(
          "  More     ",
          FigureText.text(
              "%d results of groups of participants are in the report.",
              answer.subAnalyses().size()),
          screen);
    }
    if (answer.state() != State.SEALED) {
      // Those of a sealed answer are the first of what is for the analyst.
      answer.notes().forEach(note -> Paragraph.print("  Note     ", note, screen));
    }
    answer.protocol().assumptions().forEach(one -> Paragraph.print("  List     ", one, screen));
    Paragraph.print("  Request  ", request(answer), screen);
    screen.flush();
  }

  private static TextTable table(List<OutcomeResult> outcomes) {
    TextTable table =
        TextTable.open()
            .left("outcome")
            .left("participants")
            .left("comparison")
            .left("difference")
            .left("p-value (corrected)")
            .left("");
    for (OutcomeResult result : outcomes) {
      boolean isTold = OutcomeCells.isTold(result);
      boolean isTested = OutcomeCells.isTested(result);
      String finding = result.isSignificant() ? "significant" : "inconclusive";
      table.row(
          result.title(),
          isTold ? result.kind().value(result.treated()) : "",
          isTold ? result.kind().value(result.comparison()) : "",
          isTold ? FigureText.keyboard(OutcomeCells.difference(result)) : "",
          isTested ? p(result) : "",
          isTested ? finding : shortly(result));
    }
    return table;
  }

  private static String p(OutcomeResult result) {
    String corrected = OutcomeCells.corrected(result);
    return FigureText.pValue(result.pValue()) + (corrected.isEmpty() ? "" : " (" + corrected + ")");
  }

  private static String shortly(OutcomeResult result) {
    return switch (result.status()) {
      case TESTED, NOT_TESTED -> "not tested";
      case TOO_FEW -> "too few";
      case SUPPRESSED -> "withheld";
    };
  }

  private static String people(Answer answer) {
    List<AttritionStep> steps = answer.attrition();
    if (steps.isEmpty()) {
      return "not known";
    }
    String lost =
        steps.stream()
            .skip(1)
            .filter(step -> step.people() == null || step.people() > 0)
            .map(step -> step.reason().words() + ": " + OutcomeCells.left(step))
            .collect(Collectors.joining("; "));
    return "%s submitted, left %s%s"
        .formatted(
            OutcomeCells.left(steps.get(0)),
            OutcomeCells.remaining(steps.get(steps.size() - 1)),
            lost.isEmpty() ? "" : ". Lost: " + lost);
  }

  private static void groups(ComparedGroups groups, PrintWriter screen) {
    Paragraph.print(
        "  Groups   ",
        "%s participants and %s of %s others (counting for %s); differences after matching: %s"
            .formatted(
                FigureText.count(groups.treated()),
                FigureText.count(groups.comparison()),
                FigureText.count(groups.pool()),
                GroupLikeness.effective(groups),
                lights(groups)),
        screen);
    for (ComparedGroups.Diagnostic diagnostic : groups.diagnostics()) {
      Paragraph.print(
          "  Check    ",
          "%s %s: %s"
              .formatted(
                  diagnostic.name(),
                  GroupLikeness.words(diagnostic.verdict()),
                  diagnostic.sentence()),
          screen);
    }
  }

  private static String lights(ComparedGroups groups) {
    return java.util.Arrays.stream(BalanceLight.values())
        .map(
            light ->
                groups.balance().stream().filter(row -> row.figures().light() == light).count()
                    + switch (light) {
                      case GREEN -> " green";
                      case AMBER -> " amber";
                      case RED -> " red";
                      case NOT_EVALUATED -> " not evaluated";
                    })
        .collect(Collectors.joining(", "));
  }

  private static String request(Answer answer) {
    String changed =
        answer.protocol().earlierHashes().isEmpty()
            ? ""
            : "; the request was changed after an earlier answer";
    return "hash %s; method %s, extracts of %s%s"
        .formatted(
            answer.protocol().requestHash(),
            answer.protocol().method(),
            answer.protocol().snapshot(),
            changed);
  }
}
