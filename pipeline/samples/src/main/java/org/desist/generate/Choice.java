// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A weighted choice, in the order of the list it was made from.
 *
 * @param <T> what is chosen
 */
final class Choice<T> {
  private final List<T> values;
  private final double[] cumulative;

  private Choice(List<T> values, double[] cumulative) {
    this.values = values;
    this.cumulative = cumulative;
  }

  static <T> Choice<T> of(List<T> values, ToDoubleFunction<T> weight) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("Cannot choose from an empty list");
    }
    double[] cumulative = new double[values.size()];
    double total = 0;
    for (int i = 0; i < cumulative.length; i++) {
      total += weight.applyAsDouble(values.get(i));
      cumulative[i] = total;
    }
    return new Choice<>(List.copyOf(values), cumulative);
  }

  T draw(Draws draws) {
    double at = draws.unit() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, at);
    // A hit on a boundary belongs to the next value; rounding must not run off the end.
    int index = found >= 0 ? found + 1 : -found - 1;
    return values.get(Math.min(index, values.size() - 1));
  }
}
