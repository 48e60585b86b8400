// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import org.desist.answer.Answer;
import org.desist.answer.OutcomeResult;

/**
 * The verdict over an answer.
 *
 * @param tone what colours it: lower, higher, open, sealed or few
 * @param words what it says without the colour
 */
public record AnswerBanner(String tone, String words) {
  /** The verdict over an answer. */
  public static AnswerBanner of(Answer answer) {
    return switch (answer.state()) {
      case TOO_FEW -> new AnswerBanner("few", "No answer: too few people");
      case NOT_ESTIMABLE -> new AnswerBanner("few", "No answer: no comparison group could be made");
      case SEALED ->
          answer.isShown()
              ? new AnswerBanner("sealed", "Sealed, and shown under an override")
              : new AnswerBanner("sealed", "Sealed: no result is given");
      case TOO_CLOSE ->
          new AnswerBanner("sealed", "Sealed: other answers are about nearly the same people");
      case OPEN ->
          answer
              .headline()
              .map(headline -> of(headline, MeasureWords.of(answer.protocol().measure())))
              .orElse(inconclusive());
    };
  }

  private static AnswerBanner of(OutcomeResult headline, MeasureWords measure) {
    if (!headline.isSignificant()) {
      return inconclusive();
    }
    return headline.difference() < 0
        ? new AnswerBanner("lower", "Lower %s: statistically significant".formatted(measure.noun()))
        : new AnswerBanner(
            "higher", "Higher %s: statistically significant".formatted(measure.noun()));
  }

  private static AnswerBanner inconclusive() {
    return new AnswerBanner("open", "Inconclusive: the direction is not known");
  }
}
