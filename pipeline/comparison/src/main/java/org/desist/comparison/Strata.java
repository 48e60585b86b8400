// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
}
