// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.util.ArrayList;
import java.util.List;
import org.desist.answer.Answer;
import org.desist.answer.OutcomeResult;
import org.desist.answer.OutcomeWords;
import org.desist.text.FigureText;

/**
 * What may be said of a shown answer, and what not.
 *
 * @param can sentences a provider may repeat
 * @param cannot sentences that the figures do not bear
 */
public record AnswerReading(List<String> can, List<String> cannot) {
  public AnswerReading {
    can = List.copyOf(can);
    cannot = List.copyOf(cannot);
  }

  static AnswerReading of(Answer answer, OutcomeResult headline) {
    String programme = answer.protocol().programme();
    if (headline == null || !OutcomeCells.isTested(headline)) {
      return new AnswerReading(
          List.of("The one-year rate of these participants could not be tested."),
          List.of("That %s has an effect, or that it has none.".formatted(programme)));
    }
    AnswerReading reading =
        headline.isSignificant()
            ? significant(headline, programme)
            : inconclusive(headline, programme);
    return answer.state() == Answer.State.SEALED ? reading.sealed(programme) : reading;
  }

  private AnswerReading sealed(String programme) {
    List<String> first = new ArrayList<>();
    first.add(
        "That a difference comes from %s: the groups are not shown to be alike, and this result is shown under an override only."
            .formatted(programme));
    first.addAll(cannot);
    return new AnswerReading(can, first);
  }

  private static AnswerReading significant(OutcomeResult headline, String programme) {
    boolean isLower = headline.difference() < 0;
    return new AnswerReading(
        List.of(
            headline.words(),
            "If the programme changed nothing, chance would bring about a difference as large as this in at most 5 of 100 such studies."),
        List.of(
            "That %s %s reoffending by exactly %s people in 100: the figure lies somewhere between the two limits."
                .formatted(
                    programme,
                    isLower ? "lowers" : "raises",
                    FigureText.people(Math.abs(headline.difference()))),
            "That the programme alone made the difference: people can also differ in what no record holds, such as motivation, housing or addiction.",
            "That other people in another place would have the same result."));
  }

  private static AnswerReading inconclusive(OutcomeResult headline, String programme) {
    return new AnswerReading(
        List.of(
            headline.words().replace(" " + OutcomeWords.NO_PROOF, ""),
            "With this number of people, a difference as large as this can come about by chance."),
        List.of(
            "That %s fails to affect reoffending, or that it makes no difference."
                .formatted(programme),
            "That it lowers, or that it raises, reoffending: the direction is not known.",
            "That participants and comparison group reoffend equally often: this was not shown either."));
  }
}
