// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import org.desist.comparison.Effect;

/**
 * One outcome of the matched groups.
 *
 * @param figures values, difference, interval and test
 * @param isSignificant whether the p-value is 0.05 or below and, for an outcome of 0 and 1, at
 *     least 30 matched treated units have a 1
 */
public record MatchedEffect(Effect figures, boolean isSignificant) {
  private static final int FEWEST_HITS = 30;

  static MatchedEffect of(Outcome outcome, boolean[] treated, double[] weights) {
    double[] values = outcome.values();
    Effect effect = Effect.of(outcome.name(), values, treated, weights);
    long hits = 0;
    for (int unit = 0; unit < treated.length; unit++) {
      hits += treated[unit] && weights[unit] > 0 && values[unit] == 1 ? 1 : 0;
    }
    boolean isEnough = !outcome.isRate() || hits >= FEWEST_HITS;
    return new MatchedEffect(effect, effect.isSignificant() && isEnough);
  }
}
