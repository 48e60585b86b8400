// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desist.comparison.MatchSettings.CommonSupport;

/** Groups of units that are equal in some covariates; missing equals missing. */
public final class Strata {
  private Strata() {}

  /** The number, from 0, of the stratum of each unit, in order of first appearance. */
  public static int[] of(int units, List<Covariate> exact) {
    int[] strata = new int[units];
    if (exact.isEmpty()) {
      return strata;
    }
    Map<List<Object>, Integer> numbers = new HashMap<>();
    for (int unit = 0; unit < units; unit++) {
      List<Object> key = new ArrayList<>();
      for (Covariate covariate : exact) {
        key.add(value(covariate, unit));
      }
      strata[unit] = numbers.computeIfAbsent(key, unused -> numbers.size());
    }
    return strata;
  }

  private static Object value(Covariate covariate, int unit) {
    if (covariate instanceof Covariate.Numbers numbers) {
      return numbers.at(unit) + 0.0;
    }
    return ((Covariate.Text) covariate).at(unit);
  }

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
}
