// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bench;

import java.util.List;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.comparison.Balance.Verdict;
import org.desist.comparison.CaliperChoice.CaliperTrial;
import org.desist.comparison.CaliperChoice;
import org.desist.comparison.Covariate;
import org.desist.comparison.DesignMatrix;
import org.desist.comparison.Effect;
import org.desist.comparison.LogisticRegression;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CommonSupport;
import org.desist.comparison.MatchSettings.Method;
import org.desist.comparison.MatchSettings.Replacement;
import org.desist.comparison.MatchSettings.TreatedOrder;
import org.desist.comparison.MatchSettings;
import org.desist.comparison.MatchedGroups;
import org.desist.comparison.Matching;

/**
 * One world, matched as a request would be, beside its truth. All differences are shares, not
 * points.
 *
 * @param treated matched treated people
 * @param truth mean over them of the probability of reoffending with and without the programme
 * @param naive difference of all treated and all others
 * @param effect what the method finds
 * @param verdict of the balance
 * @param caliper that was taken
 */
record Trial(
    int treated, double truth, double naive, Effect effect, Verdict verdict, Caliper caliper) {
  private static final BalanceThresholds THRESHOLDS = new BalanceThresholds(5, 10);

  static Trial of(int people, double share, long seed, double effect, List<Caliper> calipers) {
    // Every effect has the same worlds and the same luck: rows of a table differ by the effect
    // alone.
    Draw draw = Draw.of(seed, 0);
    World world = World.of(people, share, draw);
    boolean[] treated = world.treated();
    double[] outcomes = world.outcomes(effect, draw);
    List<Covariate> covariates = world.covariates();
    DesignMatrix design = DesignMatrix.of(covariates);
    double[] scores = LogisticRegression.fit(design, treated).required().scores(design);
    CaliperChoice<MatchedGroups> choice =
        CaliperChoice.of(
            calipers,
            caliper ->
                MatchedGroups.of(
                    scores,
                    treated,
                    List.of(),
                    covariates,
                    new MatchSettings(
                        Method.RADIUS,
                        caliper,
                        CommonSupport.KEEP_ALL,
                        1,
                        Replacement.WITH,
                        TreatedOrder.HIGHEST_SCORE),
                    THRESHOLDS),
            groups -> groups.balance().verdict(),
            groups -> groups.balance().faults());
    Matching matching = choice.groups().matching();
    double[] weights = matching.weights();
    double truth = 0;
    double[] sums = new double[2];
    int[] counts = new int[2];
    for (int person = 0; person < people; person++) {
      int group = treated[person] ? 1 : 0;
      sums[group] += outcomes[person];
      counts[group]++;
      if (treated[person] && weights[person] > 0) {
        truth += world.probability(person, true, effect) - world.probability(person, false, effect);
      }
    }
    return new Trial(
        matching.treatedMatched(),
        truth / matching.treatedMatched(),
        sums[1] / counts[1] - sums[0] / counts[0],
        Effect.of("reoffended", outcomes, treated, weights),
        choice.groups().balance().verdict(),
        choice.trials().stream().filter(CaliperTrial::isChosen).findFirst().orElseThrow().caliper());
  }

  double bias() {
    return effect.difference() - truth;
  }

  double naiveBias() {
    return naive - truth;
  }

  boolean isCovered() {
    return effect.interval().lower() <= truth && truth <= effect.interval().upper();
  }

  boolean isSealed() {
    return verdict != Verdict.PASSED;
  }
}
