// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.desist.comparison.Balance.Verdict;
import org.desist.comparison.MatchSettings.Caliper;

/**
 * Groups matched within the widest of some calipers at which they pass (METHOD 8.5). Whoever judges
 * them sees who took part and what was known before, never an outcome: trying several biases
 * nothing. Where none passes, the groups are those with the fewest faults, of equal ones the widest
 * caliper's, and stay as they are: not passed.
 *
 * @param groups within the caliper chosen
 * @param trials in the order in which they were tried; the last one, if any, that passed
 */
public record CaliperChoice<G>(G groups, List<CaliperTrial> trials) {
  public CaliperChoice {
    trials = List.copyOf(trials);
  }

  /**
   * One caliper, and what came of it.
   *
   * @param faults columns that are red, or could not be evaluated
   */
  public record CaliperTrial(Caliper caliper, Verdict verdict, int faults, boolean isChosen) {
    private CaliperTrial chosen() {
      return new CaliperTrial(caliper, verdict, faults, true);
    }
  }

  /**
   * Tries calipers until groups pass.
   *
   * @param calipers at least one, the widest first
   * @param match makes the groups within a caliper
   */
  public static <G> CaliperChoice<G> of(
      List<Caliper> calipers,
      Function<Caliper, G> match,
      Function<G, Verdict> verdict,
      ToIntFunction<G> faults) {
    List<CaliperTrial> trials = new ArrayList<>();
    G best = null;
    int chosen = 0;
    boolean isOpen = false;
    for (int i = 0; i < calipers.size() && !isOpen; i++) {
      G groups = match.apply(calipers.get(i));
      trials.add(
          new CaliperTrial(
              calipers.get(i), verdict.apply(groups), faults.applyAsInt(groups), false));
      isOpen = trials.get(i).verdict() == Verdict.PASSED;
      if (best == null || isOpen || trials.get(i).faults() < trials.get(chosen).faults()) {
        best = groups;
        chosen = i;
      }
    }
    trials.set(chosen, trials.get(chosen).chosen());
    return new CaliperChoice<>(best, trials);
  }
}
