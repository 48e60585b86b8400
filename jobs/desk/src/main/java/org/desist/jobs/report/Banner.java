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
public record Banner(String tone, String words) {
  static Banner of(Answer answer) {
    return switch (answer.state()) {
      case TOO_FEW -> new Banner("few", "No answer: too few people");
      case NOT_ESTIMABLE -> new Banner("few", "No answer: no comparison group could be made");
      case SEALED ->
          answer.isShown()
              ? new Banner("sealed", "Sealed, and shown under an override")
              : new Banner("sealed", "Sealed: no result is given");
      case OPEN ->
          answer
              .headline()
              .map(headline -> of(headline, Measure.of(answer.protocol().measure())))
              .orElse(inconclusive());
    };
  }

  private static Banner of(OutcomeResult headline, Measure measure) {
    if (!headline.isSignificant()) {
      return inconclusive();
    }
    return headline.difference() < 0
        ? new Banner("lower", "Lower %s: statistically significant".formatted(measure.noun()))
        : new Banner("higher", "Higher %s: statistically significant".formatted(measure.noun()));
  }

  private static Banner inconclusive() {
    return new Banner("open", "Inconclusive: the direction is not known");
  }
}
