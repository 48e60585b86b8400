// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.desist.answer.OutcomeResult;
import org.desist.answer.OutcomeResult.Kind;
import org.desist.answer.OutcomeResult.Status;

/**
 * Outcomes by court mode, which add up to those of all reoffenders: where one of them is withheld,
 * the others are, as together with the total they would tell it.
 */
final class CourtModes {
  private static final Set<String> CODES =
      Outcome.ALL.stream()
          .filter(outcome -> outcome.family().equals("court_mode"))
          .map(Outcome::code)
          .collect(Collectors.toUnmodifiableSet());

  private CourtModes() {}

  /** The results with nothing in them that tells one that is withheld. */
  static List<OutcomeResult> told(List<OutcomeResult> results) {
    Set<Kind> withheld = EnumSet.noneOf(Kind.class);
    results.stream()
        .filter(CourtModes::isOfMode)
        .filter(result -> result.status() == Status.SUPPRESSED)
        .forEach(result -> withheld.add(result.kind()));
    return results.stream()
        .map(
            result ->
                isOfMode(result) && withheld.contains(result.kind())
                    ? OutcomeMeasure.withheld(result)
                    : result)
        .toList();
  }

  private static boolean isOfMode(OutcomeResult result) {
    return CODES.contains(result.outcome());
  }
}
