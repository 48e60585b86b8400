// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The units of one stratum that may be matched.
 *
 * @param treated by position with its sign turned: from the highest score down; ties by unit
 * @param comparison by position, ascending; ties by unit
 */
record Stratum(SortedUnits treated, SortedUnits comparison) {
  /** The strata of some units, without those outside the common support. */
  static List<Stratum> of(ScoredUnits units, double[] positions, CommonSupport support) {
    boolean[] discarded = units.discarded(support);
    TreeMap<Integer, List<Integer>> treated = new TreeMap<>();
    TreeMap<Integer, List<Integer>> comparison = new TreeMap<>();
    for (int unit = 0; unit < units.size(); unit++) {
      if (!discarded[unit]) {
        (units.isTreated(unit) ? treated : comparison)
            .computeIfAbsent(units.stratum(unit), unused -> new ArrayList<>())
            .add(unit);
      }
    }
    double[] turned = Arrays.stream(positions).map(position -> -position).toArray();
    List<Stratum> strata = new ArrayList<>();
    treated.forEach(
        (code, own) ->
            strata.add(
                new Stratum(
                    SortedUnits.of(array(own), turned),
                    SortedUnits.of(array(comparison.getOrDefault(code, List.of())), positions))));
    return strata;
  }

  private static int[] array(List<Integer> units) {
    return units.stream().mapToInt(Integer::intValue).toArray();
  }
}
