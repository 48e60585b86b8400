// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import java.util.List;
import java.util.Optional;

/**
 * Everything a finished request says, with nothing in it that names a person.
 *
 * @param protocol what was asked, fixed before any outcome was read
 * @param state whether there is a result, and if not, why
 * @param override why a sealed result is shown all the same; null when nobody asked for that
 * @param sentences the answer in three sentences; never empty
 * @param attrition from those submitted to those analysed, in the order of the method
 * @param linking how participants were found
 * @param detectable the smallest difference that could be detected; null when nobody is left
 * @param groups the two groups and how alike they are; null when matching was not reached
 * @param outcomes every outcome over all participants, the headline rate first; empty unless shown
 * @param subAnalyses outcomes of groups of participants; empty unless shown
 * @param curve share who reoffended by week; null unless shown
 * @param placebo offending in the year before the index date, which no programme can have changed;
 *     null unless matching was reached
 * @param sensitivity how strong a hidden cause would have to be; null unless shown
 * @param notes what a reader has to know, one sentence each
 */
public record Answer(
    Protocol protocol,
    State state,
    String override,
    List<String> sentences,
    List<AttritionStep> attrition,
    Linking linking,
    Detectable detectable,
    Groups groups,
    List<OutcomeResult> outcomes,
    List<OutcomeResult> subAnalyses,
    Curve curve,
    OutcomeResult placebo,
    Sensitivity sensitivity,
    List<String> notes) {
  public Answer {
    sentences = List.copyOf(sentences);
    attrition = List.copyOf(attrition);
    outcomes = List.copyOf(outcomes);
    subAnalyses = List.copyOf(subAnalyses);
    notes = List.copyOf(notes);
  }

  /** Whether there is a result. */
  public enum State {
    /** Fewer people than the method asks for. */
    TOO_FEW,
    /** The score could not be estimated; the notes name the covariates. */
    NOT_ESTIMABLE,
    /** A diagnostic failed or could not be evaluated: shown with an override only. */
    SEALED,
    /** Every diagnostic passed. */
    OPEN
  }

  /** Whether outcomes may be shown. */
  public boolean isShown() {
    return state == State.OPEN || (state == State.SEALED && override != null);
  }

  /** The one-year rate over all participants; empty unless shown. */
  public Optional<OutcomeResult> headline() {
    return outcomes.stream().filter(result -> result.outcome().equals("rate")).findFirst();
  }
}
