// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.List;
import org.desist.comparison.Balance.BalanceThresholds;

/**
 * Two groups made comparable: units with scores, matched within strata, and how alike that makes
 * them. Outcomes have no part in it.
 */
public final class MatchedGroups {
  private final double[] scores;
  private final ScoredUnits units;
  private final Matching matching;
  private final Balance balance;

  private MatchedGroups(double[] scores, ScoredUnits units, Matching matching, Balance balance) {
    this.scores = scores;
    this.units = units;
    this.matching = matching;
    this.balance = balance;
  }

  /**
   * Matches.
   *
   * @param scores one per unit, 0 to 1
   * @param exact what matched units have in common; may be empty
   * @param covariates whose balance is judged; may be empty
   * @throws DesistException BAD_ARGUMENT when sizes differ or settings do not go together;
   *     NOT_ESTIMABLE when a group is empty
   */
  public static MatchedGroups of(
      double[] scores,
      boolean[] treated,
      List<Covariate> exact,
      List<Covariate> covariates,
      MatchSettings settings,
      BalanceThresholds thresholds) {
    ScoredUnits units = ScoredUnits.of(scores, treated).within(Strata.of(treated.length, exact));
    Matching matching = settings.match(units);
    return new MatchedGroups(
        scores.clone(),
        units,
        matching,
        Balance.of(covariates, treated, matching.weights(), thresholds));
  }

  /** Propensity scores, one per unit, 0 to 1. */
  public double[] scores() {
    return scores.clone();
  }

  /** What each unit counts for. */
  public Matching matching() {
    return matching;
  }

  /** How alike the groups are in every covariate. */
  public Balance balance() {
    return balance;
  }

  /** How far the scores of the groups overlap. */
  public ScoreOverlap overlap() {
    return ScoreOverlap.of(units, matching.weights());
  }
}
