// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.HashMap;
import java.util.Map;

/**
 * What an equal name says beyond equal names in general: {@code log2(e / f)}, where f is the share
 * of the long list that has the name and e the sum of the squares of all such shares, which is how
 * often two strangers agree. Positive for rare names, negative for common ones. One more bearer
 * than counted is assumed, since a name seen once may be a little less rare than that.
 */
final class TermWeights {
  private TermWeights() {}

  /** The weight in bits by row of the list; 0 where the text is missing. */
  static double[] of(People people, int column) {
    Map<String, Integer> bearers = new HashMap<>();
    long known = 0;
    for (int row = 0; row < people.size(); row++) {
      String text = people.text(column, row);
      if (text != null) {
        bearers.merge(text, 1, Integer::sum);
        known++;
      }
    }
    // Whole numbers, so that the order of the map does not show.
    long squares = bearers.values().stream().mapToLong(n -> (long) n * n).sum();
    double agreement = (double) squares / ((double) known * known);
    double[] weights = new double[people.size()];
    for (int row = 0; row < weights.length; row++) {
      String text = people.text(column, row);
      if (text != null) {
        double share = (bearers.get(text) + 1.0) / (known + 1.0);
        weights[row] = Bits.log2(agreement / share);
      }
    }
    return weights;
  }
}
