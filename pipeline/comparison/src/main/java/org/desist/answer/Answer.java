// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything a finished request says, with nothing in it that names a person.
 *
 * @param protocol what was asked, fixed before any outcome was read
 * @param state whether there is a result, and if not, why
 * @param override why a sealed result is shown all the same; null when nobody asked for that
 * @param sentences the answer in three sentences; never empty
 * @param cautions what has to be told beside the headline, one sentence each; empty unless shown
 * @param needed how many people an answer needs; null in one written before this was kept
 * @param attrition from those submitted to those analysed, in the order of the method
 * @param linking how participants were found
 * @param detectable the smallest difference that could be detected; null when nobody is left
 * @param groups the two groups and how alike they are; null when matching was not reached
 * @param outcomes every outcome over all participants, the headline rate first; empty unless shown
 * @param subAnalyses outcomes of groups of participants; empty unless shown
 * @param curve share who reoffended by week; null unless shown
 * @param placebos offending before the index date, which no programme can have changed; empty
 *     unless matching was reached
 * @param second the one-year rate estimated in another way, never the headline; null unless shown
 * @param sensitivity how strong a hidden cause would have to be; null unless shown
 * @param immortalTime what of the participants was known only after the index date, in sentences;
 *     empty unless matching was reached
 * @param notes what a reader has to know, one sentence each
 */
public record Answer(
    Protocol protocol,
    State state,
    String override,
    List<String> sentences,
    List<String> cautions,
    Clinic.Needed needed,
    List<AttritionStep> attrition,
    Linking linking,
    Detectable detectable,
    ComparedGroups groups,
    List<OutcomeResult> outcomes,
    List<OutcomeResult> subAnalyses,
    Curve curve,
    List<OutcomeResult> placebos,
    OutcomeResult second,
    Sensitivity sensitivity,
    List<String> immortalTime,
    List<String> notes) {
  public Answer {
    sentences = List.copyOf(sentences);
    cautions = List.copyOf(cautions);
    placebos = List.copyOf(placebos);
    immortalTime = List.copyOf(immortalTime);
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
    /**
     * Other answers are about nearly the same people: both together would tell of fewer than the
     * method lets anybody tell of.
     */
    TOO_CLOSE,
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

  /**
   * One step from those submitted to those analysed.
   *
   * @param reason why people left at this step
   * @param people who left; for SUBMITTED those who came; null when withheld
   * @param remaining after the step; null when withheld
   * @param status {@code ok} or {@code suppressed}, of people
   */
  public record AttritionStep(Reason reason, Integer people, Integer remaining, String status) {
    /** The steps in the order of the method (METHOD 8.2). */
    public enum Reason {
      SUBMITTED("submitted"),
      UNUSABLE("identifiers cannot be used"),
      NOT_FOUND("not found in the police records"),
      NO_INDEX_EVENT("no release, sentence or caution from six months before to six months after"),
      OUT_OF_SCOPE("outside the scope of the request"),
      DUPLICATE("submitted more than once"),
      NOT_FINAL("followed for too short a time"),
      NO_COMMON_SUPPORT("a detail that nobody in the pool has"),
      NO_MATCH("nobody comparable");

      private final String words;

      Reason(String words) {
        this.words = words;
      }

      /** In words, to follow a number of people. */
      public String words() {
        return words;
      }
    }
  }

  /**
   * Share of each group who reoffended within so many weeks, 0 to 52.
   *
   * @param treated 53 shares, never falling
   * @param comparison the same of the comparison group, weighted
   */
  public record Curve(List<Double> treated, List<Double> comparison) {
    public Curve {
      treated = List.copyOf(treated);
      comparison = List.copyOf(comparison);
    }
  }

  /**
   * What could be seen at all: worked out before any outcome is read.
   *
   * @param treated participants that would be analysed
   * @param comparison people in the comparison group
   * @param expectedRate their expected one-year rate from their history alone, 0 to 1
   * @param points smallest difference of the one-year rate, in percentage points, that is found
   *     significant with a probability of 80%
   */
  public record Detectable(int treated, int comparison, double expectedRate, double points) {}

  /**
   * How participants were found in the police records.
   *
   * @param byRule people by rule: PNC_ID, NOMS_NUMBER, NAME_DOB, SCORED, UNLINKED; a null count is
   *     withheld
   * @param threshold the least weight of a scored link, bits
   * @param margin by which it has to be clear of the runner-up, bits
   */
  public record Linking(Map<String, Integer> byRule, double threshold, double margin) {
    public Linking {
      byRule = java.util.Collections.unmodifiableMap(new TreeMap<>(byRule));
    }
  }

  /**
   * How strong a cause that was not measured would have to be to explain the difference of the
   * one-year rates away (VanderWeele and Ding 2017).
   *
   * @param riskRatio participants by comparison group
   * @param eValue by how many times that cause would have to raise or lower both the chance of
   *     taking part and the chance of reoffending; 1 when nothing is to be explained
   * @param limitEValue the same for the limit of the interval that is nearer to no difference; 1
   *     when the interval has no difference in it
   */
  public record Sensitivity(double riskRatio, double eValue, double limitEValue) {}
}
