// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.desist.comparison.Balance;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.comparison.Balance.Verdict;
import org.desist.comparison.Covariate;
import org.desist.comparison.Effect;
import org.desist.comparison.Exclusion;
import org.desist.comparison.LogisticFit;
import org.desist.comparison.MatchSettings;
import org.desist.comparison.MatchedGroups;
import org.desist.comparison.Matching;
import org.desist.comparison.SupportedFit;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.method.Method;
import org.desist.method.MethodFile;
import org.desist.prepared.UnitTable.UnitOutcome;

/** A finished matching of prepared units: score, groups, balance and effects. */
public final class PreparedMatch {
  /** Prepared data has no method file of its own. */
  private static final Method.Comparison METHOD = MethodFile.read(null).comparison();

  /** Figures are compared with a target at nine decimal places, as in target_progress. */
  private static final double PLACES = 1e9;

  private static final String CANNOT = "Cannot estimate the score: ";

  private final UnitTable units;
  private final MatchSettings settings;
  private final SupportedFit supported;
  private final MatchedGroups groups;
  private final OptionalDouble targetFall;
  private final List<MatchedEffect> effects;

  private PreparedMatch(
      UnitTable units,
      MatchSettings settings,
      SupportedFit supported,
      MatchedGroups groups,
      OptionalDouble targetFall) {
    this.units = units;
    this.settings = settings;
    this.supported = supported;
    this.groups = groups;
    this.targetFall = targetFall;
    int[] places = supported.units();
    boolean[] treated = units.treated(places);
    double[] weights = groups.matching().weights();
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
   * @param targetFall by how many percent of the comparison group's value the outcomes of the
   *     treated were to be lower; empty without a target
   * @throws DesistException NOT_ESTIMABLE naming the covariates, when there is no score;
   *     BAD_ARGUMENT for settings or columns that do not go together
   */
  public static PreparedMatch of(
      UnitTable units, MatchColumns columns, MatchSettings settings, OptionalDouble targetFall) {
    SupportedFit supported = fit(units, columns);
    int[] places = supported.units();
    MatchedGroups groups =
        MatchedGroups.of(
            supported.fit().scores(supported.design()),
            units.treated(places),
            at(units.exact(), places),
            at(units.covariates(), places),
            settings,
            new BalanceThresholds(METHOD.green(), METHOD.amber()));
    return new PreparedMatch(units, settings, supported, groups, targetFall);
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
    return balance().verdict() != Verdict.PASSED;
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
    return groups.scores();
  }

  /** What each unit of {@link #places} counts for. */
  public Matching matching() {
    return groups.matching();
  }

  /** By the thresholds of the method. */
  public Balance balance() {
    return groups.balance();
  }

  /** Percent of the comparison group's value by which outcomes were to be lower. */
  public OptionalDouble targetFall() {
    return targetFall;
  }

  /**
   * Whether the treated have as much less of an outcome as the target asks for, at nine decimal
   * places; empty without a target, of sealed groups, and where there is no fall.
   */
  public Optional<Boolean> isTargetMet(MatchedEffect effect) {
    double fall = effect.figures().fallPercent();
    if (targetFall.isEmpty() || isSealed() || Double.isNaN(fall)) {
      return Optional.empty();
    }
    return Optional.of(Math.rint(fall * PLACES) >= Math.rint(targetFall.getAsDouble() * PLACES));
  }

  /** One per outcome, in the order asked for. */
  public List<MatchedEffect> effects() {
    return effects;
  }

  /**
   * One outcome of the matched groups.
   *
   * @param figures values, difference, interval and test
   * @param isSignificant whether the p-value is 0.05 or below and, for an outcome of 0 and 1, as
   *     many matched treated units have a 1 as the method asks for
   */
  public record MatchedEffect(Effect figures, boolean isSignificant) {
    static MatchedEffect of(
        UnitOutcome outcome, boolean[] treated, double[] weights, int fewestHits) {
      double[] values = outcome.values();
      Effect effect = Effect.of(outcome.name(), values, treated, weights);
      long hits = 0;
      for (int unit = 0; unit < treated.length; unit++) {
        hits += treated[unit] && weights[unit] > 0 && values[unit] == 1 ? 1 : 0;
      }
      boolean isEnough = !outcome.isRate() || hits >= fewestHits;
      return new MatchedEffect(effect, effect.isSignificant() && isEnough);
    }
  }
}
