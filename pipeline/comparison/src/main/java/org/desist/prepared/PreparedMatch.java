// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.util.List;
import org.desist.comparison.Balance;
import org.desist.comparison.BalanceThresholds;
import org.desist.comparison.Covariate;
import org.desist.comparison.Exclusion;
import org.desist.comparison.LogisticFit;
import org.desist.comparison.MatchSettings;
import org.desist.comparison.Matching;
import org.desist.comparison.ScoreOverlap;
import org.desist.comparison.ScoredUnits;
import org.desist.comparison.Strata;
import org.desist.comparison.SupportedFit;
import org.desist.comparison.Verdict;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.method.Method;
import org.desist.method.MethodFile;

/** A finished matching of prepared units: score, groups, balance and effects. */
public final class PreparedMatch {
  /** Prepared data has no method file of its own. */
  private static final Method.Comparison METHOD = MethodFile.read(null).comparison();

  private static final String CANNOT = "Cannot estimate the score: ";

  private final UnitTable units;
  private final MatchSettings settings;
  private final SupportedFit supported;
  private final double[] scores;
  private final Matching matching;
  private final Balance balance;
  private final ScoreOverlap overlap;
  private final List<MatchedEffect> effects;

  private PreparedMatch(
      UnitTable units,
      MatchSettings settings,
      SupportedFit supported,
      ScoredUnits scored,
      double[] scores,
      Matching matching) {
    this.units = units;
    this.settings = settings;
    this.supported = supported;
    this.scores = scores;
    this.matching = matching;
    int[] places = supported.units();
    boolean[] treated = units.treated(places);
    double[] weights = matching.weights();
    balance =
        Balance.of(
            at(units.covariates(), places),
            treated,
            weights,
            new BalanceThresholds(METHOD.green(), METHOD.amber()));
    overlap = ScoreOverlap.of(scored, weights);
    effects =
        units.outcomes().stream()
            .map(
                outcome ->
                    MatchedEffect.of(
                        outcome.at(places), treated, weights, METHOD.minimumReoffenders()))
            .toList();
  }

  /**
   * Matches.
   *
   * @throws DesistException NOT_ESTIMABLE naming the covariates, when there is no score;
   *     BAD_ARGUMENT for settings or columns that do not go together
   */
  public static PreparedMatch of(UnitTable units, MatchColumns columns, MatchSettings settings) {
    SupportedFit supported = fit(units, columns);
    int[] places = supported.units();
    double[] scores = supported.fit().scores(supported.design());
    ScoredUnits scored =
        ScoredUnits.of(scores, units.treated(places))
            .within(Strata.of(places.length, at(units.exact(), places)));
    return new PreparedMatch(units, settings, supported, scored, scores, settings.match(scored));
  }

  private static List<Covariate> at(List<Covariate> covariates, int[] places) {
    return covariates.stream().map(covariate -> covariate.at(places)).toList();
  }

  /**
   * The error begins with the covariate that is text by mistake: there is what to mend. Its values
   * are hardly ever in both groups, so that nearly everybody would leave and a few would answer for
   * all.
   */
  private static SupportedFit fit(UnitTable units, MatchColumns columns) {
    boolean isDoubtful = !units.doubts().isEmpty();
    try {
      SupportedFit fit =
          SupportedFit.of(
                  units.treated(), places -> at(units.covariates(), places), columns.interactions())
              .required();
      if (isDoubtful && !fit.exclusions().isEmpty()) {
        throw new DesistException(
            ErrorCode.NOT_ESTIMABLE,
            CANNOT + String.join("; ", Exclusion.lines(fit.exclusions())) + " in one group only.");
      }
      return fit;
    } catch (DesistException e) {
      if (e.code() != ErrorCode.NOT_ESTIMABLE || !isDoubtful) {
        throw e;
      }
      throw new DesistException(
          e.code(),
          "%s%s As it stands: %s"
              .formatted(
                  CANNOT, String.join(" ", units.doubts()), e.getMessage().replace(CANNOT, "")),
          e);
    }
  }

  /** Whether the effects may not be relied on: balance failed, or could not be judged. */
  public boolean isSealed() {
    return balance.verdict() != Verdict.PASSED;
  }

  /** Everybody, those without their like in the other group as well. */
  public UnitTable units() {
    return units;
  }

  /** How. */
  public MatchSettings settings() {
    return settings;
  }

  /** Names of what never varies and was left out of the score. */
  public List<String> constants() {
    return supported.design().constants();
  }

  /** The regression of the treatment; converged. */
  public LogisticFit fit() {
    return supported.fit();
  }

  /** Which units were matched: their places in the table, in order. */
  public int[] places() {
    return supported.units();
  }

  /** Who was not, having nobody alike in the other group. */
  public List<Exclusion> exclusions() {
    return supported.exclusions();
  }

  /** The score of each unit of {@link #places}, 0 to 1. */
  public double[] scores() {
    return scores.clone();
  }

  /** What each unit of {@link #places} counts for. */
  public Matching matching() {
    return matching;
  }

  /** By the thresholds of the method. */
  public Balance balance() {
    return balance;
  }

  /** How far the scores of the groups overlap. */
  public ScoreOverlap overlap() {
    return overlap;
  }

  /** One per outcome, in the order asked for. */
  public List<MatchedEffect> effects() {
    return effects;
  }
}
