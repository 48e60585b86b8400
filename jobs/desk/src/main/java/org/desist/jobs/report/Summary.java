// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.util.ArrayList;
import java.util.List;
import org.desist.answer.AmountWords;
import org.desist.answer.Answer;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.Answer.State;
import org.desist.answer.ComparedGroups;
import org.desist.comparison.Balance.BalanceLight;
import org.desist.comparison.Balance.Verdict;
import org.desist.text.FigureText;

/**
 * What a manager reads of an answer, on one page or two.
 *
 * @param question that was asked
 * @param answer in one sentence
 * @param sure how sure that is, or why there is no result, in sentences
 * @param alike whether the groups were alike, in a sentence or two
 * @param silent what an answer without a result does not say; null where there is one
 * @param next what to do, the most useful first
 */
public record Summary(
    String question,
    String answer,
    List<String> sure,
    String alike,
    String silent,
    List<String> next) {
  private static final int NAMED = 4;

  static Summary of(Answer answer) {
    List<String> sentences = answer.sentences();
    List<String> sure = new ArrayList<>();
    sure.add(sentences.get(1));
    if (answer.isShown()) {
      sure.add(sentences.get(2));
      if (isSeen(answer.detectable())) {
        sure.add(noticed(answer.detectable()));
      }
    }
    return new Summary(
        question(answer),
        sentences.get(0),
        sure,
        alike(answer),
        answer.isShown() ? null : sentences.get(2),
        Advice.of(answer));
  }

  private static String question(Answer answer) {
    String programme = answer.protocol().programme();
    return answer.protocol().measure().equals("reconviction")
        ? "Were people who took part in %s reconvicted less often within a year than similar people who did not?"
            .formatted(programme)
        : "Did people who took part in %s reoffend less often within a year than similar people who did not?"
            .formatted(programme);
  }

  /** Whether any difference could be seen. */
  static boolean isSeen(Detectable detectable) {
    return detectable != null && Double.isFinite(detectable.points());
  }

  /** The smallest difference that could be seen, as page and terminal say it. */
  static String noticed(Detectable detectable) {
    return "With this many people, a difference of %s or more would be noticed four times in five; a smaller one would most likely be missed."
        .formatted(AmountWords.noticed(detectable.points()));
  }

  private static String alike(Answer answer) {
    ComparedGroups groups = answer.groups();
    if (answer.state() == State.TOO_FEW) {
      return "Nobody knows yet: with so few people no groups were compared.";
    }
    if (answer.state() == State.TOO_CLOSE) {
      return "This report does not say: it tells nothing of the people on the list.";
    }
    if (groups == null) {
      return "No group of similar people could be made.";
    }
    List<String> faults =
        groups.diagnostics().stream()
            .filter(one -> one.verdict() != Verdict.PASSED)
            .map(ComparedGroups.Diagnostic::name)
            .toList();
    int checks = groups.diagnostics().size();
    if (faults.isEmpty()) {
      return FigureText.text(
          "Yes: all %d checks passed before anybody looked at an outcome. The groups are alike in what is on record; nobody can say that of what is not.",
          checks);
    }
    String failed =
        FigureText.text(
            "No: %d of %d checks did not pass (%s).",
            faults.size(), checks, String.join(", ", faults));
    List<String> unlike = unlike(groups);
    return unlike.isEmpty()
        ? failed
        : failed + " The two groups still differ in: " + String.join(", ", unlike) + ".";
  }

  /** Kinds of details that are too far apart, a few of them by name. */
  static List<String> unlike(ComparedGroups groups) {
    List<String> kinds =
        groups.balance().stream()
            .filter(row -> row.figures().light() == BalanceLight.RED)
            .map(GroupCharts::kind)
            .distinct()
            .toList();
    if (kinds.size() <= NAMED) {
      return kinds;
    }
    List<String> named = new ArrayList<>(kinds.subList(0, NAMED - 1));
    named.add(FigureText.text("and %d other kinds of details", kinds.size() - NAMED + 1));
    return named;
  }
}
