// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.comparison.Balance.Verdict;
import org.desist.comparison.CaliperChoice;
import org.desist.comparison.CaliperChoice.CaliperTrial;
import org.desist.comparison.Covariate;
import org.desist.comparison.DoublyRobust;
import org.desist.comparison.Effect;
import org.desist.comparison.MatchSettings;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CommonSupport;
import org.desist.comparison.MatchSettings.Method;
import org.desist.comparison.MatchSettings.Replacement;
import org.desist.comparison.MatchSettings.TreatedOrder;
import org.desist.comparison.MatchedGroups;
import org.desist.comparison.MultipleTests;
import org.desist.comparison.SupportedFit;
import org.desist.method.Method.Comparison;
import org.desist.method.MethodFile;

/**
 * One world, matched as a request would be, beside its truth. All differences are shares, not
 * points.
 *
 * @param treated matched treated people
 * @param truth mean over them of the probability of reoffending with and without the programme
 * @param naive difference of all treated and all others
 * @param effect what the method finds
 * @param second what the doubly robust estimate finds
 * @param placebos outcomes of the years before that are significant after Holm's correction
 * @param verdict of the balance
 * @param caliper that was taken
 */
record Trial(
    int treated,
    double truth,
    double naive,
    Effect effect,
    DoublyRobust second,
    long placebos,
    Verdict verdict,
    Caliper caliper) {
  private static final Comparison METHOD = MethodFile.read(null).comparison();
  private static final BalanceThresholds THRESHOLDS =
      new BalanceThresholds(METHOD.green(), METHOD.amber());

  static Trial of(
      World.Kind kind, int people, double share, long seed, double effect, List<Caliper> calipers) {
    // Every effect has the same worlds and the same luck: rows of a table differ by the effect
    // alone.
    Draw draw = Draw.of(seed, 0);
    // Small groups differ in size as well.
    int spread = kind == World.Kind.SMALL ? people * 2 / 5 : 0;
    int size = spread == 0 ? people : people - spread + (int) (seed * 7919 % (2 * spread + 1));
    World world = World.of(kind, size, share, draw);
    double[] outcomes = world.outcomes(effect, draw);
    double[][] earlier = world.earlier(Draw.of(seed, 7));
    List<Covariate> all = world.covariates();
    SupportedFit fit =
        SupportedFit.of(
                world.treated(),
                units -> all.stream().map(covariate -> covariate.at(units)).toList(),
                List.of())
            .required();
    int[] units = fit.units();
    boolean[] treated = new boolean[units.length];
    for (int i = 0; i < units.length; i++) {
      treated[i] = world.treated(units[i]);
    }
    List<Covariate> covariates = all.stream().map(covariate -> covariate.at(units)).toList();
    double[] scores = fit.fit().scores(fit.design());
    CaliperChoice<MatchedGroups> choice =
        CaliperChoice.of(
            calipers,
            caliper ->
                MatchedGroups.of(
                    scores, treated, List.of(), covariates, radius(caliper), THRESHOLDS),
            groups -> groups.balance().verdict(),
            groups -> groups.balance().faults());
    double[] weights = choice.groups().matching().weights();
    double truth = 0;
    boolean[] included = new boolean[units.length];
    for (int i = 0; i < units.length; i++) {
      included[i] = !treated[i] || weights[i] > 0;
      if (treated[i] && weights[i] > 0) {
        truth +=
            world.probability(units[i], true, effect) - world.probability(units[i], false, effect);
      }
    }
    int matched = choice.groups().matching().treatedMatched();
    double[] own = at(outcomes, units);
    return new Trial(
        matched,
        truth / matched,
        naive(world, outcomes),
        Effect.of("reoffended", own, treated, weights),
        DoublyRobust.of(
            own,
            treated,
            included,
            scores,
            LongStream.range(0, units.length).toArray(),
            covariates),
        placebos(earlier, units, treated, weights),
        choice.groups().balance().verdict(),
        choice.trials().stream()
            .filter(CaliperTrial::isChosen)
            .findFirst()
            .orElseThrow()
            .caliper());
  }

  private static MatchSettings radius(Caliper caliper) {
    return new MatchSettings(
        Method.RADIUS,
        caliper,
        CommonSupport.KEEP_ALL,
        1,
        Replacement.WITH,
        TreatedOrder.HIGHEST_SCORE);
  }

  private static double naive(World world, double[] outcomes) {
    double[] sums = new double[2];
    int[] counts = new int[2];
    for (int person = 0; person < outcomes.length; person++) {
      int group = world.treated(person) ? 1 : 0;
      sums[group] += outcomes[person];
      counts[group]++;
    }
    return sums[1] / counts[1] - sums[0] / counts[0];
  }

  private static long placebos(
      double[][] earlier, int[] units, boolean[] treated, double[] weights) {
    List<Double> p = new ArrayList<>();
    for (double[] year : earlier) {
      double[] offences = at(year, units);
      double[] has = Arrays.stream(offences).map(Math::signum).toArray();
      p.add(Effect.of("rate", has, treated, weights).pValue());
      p.add(Effect.of("frequency", offences, treated, weights).pValue());
    }
    double[] corrected = MultipleTests.holm(p.stream().mapToDouble(Double::doubleValue).toArray());
    return Arrays.stream(corrected).filter(one -> one <= Effect.SIGNIFICANCE).count();
  }

  private static double[] at(double[] values, int[] units) {
    return IntStream.of(units).mapToDouble(unit -> values[unit]).toArray();
  }

  double bias() {
    return effect.difference() - truth;
  }

  double secondBias() {
    return second.difference() - truth;
  }

  double naiveBias() {
    return naive - truth;
  }

  boolean isCovered() {
    return effect.interval().lower() <= truth && truth <= effect.interval().upper();
  }

  boolean isCoveredBySecond() {
    return second.interval().lower() <= truth && truth <= second.interval().upper();
  }

  /** Whether the two estimates differ by more than their joint error. */
  boolean isFar() {
    return second.isFarFrom(effect.difference(), effect.standardError());
  }

  /** Whether the groups are not alike. */
  boolean isSealed() {
    return verdict != Verdict.PASSED;
  }

  /** Whether groups that are alike are sealed by what came before. */
  boolean isSealedByPlacebos() {
    return !isSealed() && placebos >= METHOD.sealingPlacebos();
  }

  boolean isShown() {
    return !isSealed() && !isSealedByPlacebos();
  }
}
