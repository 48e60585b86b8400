// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.List;
import java.util.Set;

/**
 * A block to learn from, and which comparisons it decides beforehand and so cannot teach.
 *
 * @param decided names of comparisons
 * @param held names of comparisons of which the block cannot tell the last level of a true pair
 *     from a stranger, so that this level keeps its typical share
 */
record Training(BlockingRule rule, Set<String> decided, Set<String> held) {
  /**
   * Pairs born on one day teach names and sex, pairs of one name teach dates of birth: not sex, for
   * people of one forename mostly share it.
   */
  static List<Training> standard() {
    return List.of(
        new Training(
            BlockingRule.same("date of birth", Key.birth()), Set.of("date of birth"), Set.of()),
        new Training(
            BlockingRule.same(
                "surname and first forename",
                Key.text(People.SURNAME),
                Key.text(People.FIRST_FORENAME)),
            Set.of("surname", "forenames", "sex"),
            Set.of("date of birth")));
  }

  /** The shares of true pairs that numbers of them suggest, steadied by typical ones. */
  double[] shares(Comparison comparison, double[] counted, double[] typical, double strength) {
    return settled(comparison, Shares.steadied(counted, typical, strength), typical);
  }

  /** The shares, their last one as is typical where it is held. */
  double[] settled(Comparison comparison, double[] shares, double[] typical) {
    return held.contains(comparison.name()) ? Shares.held(shares, typical) : shares;
  }

  boolean[] asked(List<Comparison> comparisons) {
    boolean[] asked = new boolean[comparisons.size()];
    for (int k = 0; k < asked.length; k++) {
      asked[k] = !decided.contains(comparisons.get(k).name());
    }
    return asked;
  }
}
