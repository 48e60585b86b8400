// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import org.desist.comparison.Effect;

/**
 * One outcome of the matched groups.
 *
 * @param figures values, difference, interval and test
 * @param isSignificant whether the p-value is 0.05 or below and, for an outcome of 0 and 1, as many
 *     matched treated units have a 1 as the method asks for
 */
public record MatchedEffect(Effect figures, boolean isSignificant) {
  static MatchedEffect of(Outcome outcome, boolean[] treated, double[] weights, int fewestHits) {
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
