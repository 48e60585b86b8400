// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.util.Arrays;

/** An outcome of each unit. */
public final class Outcome {
  private final String name;
  private final double[] values;

  Outcome(String name, double[] values) {
    this.name = name;
    this.values = values;
  }

  /** The name of its column. */
  public String name() {
    return name;
  }

  /** One per unit; NaN for none. */
  public double[] values() {
    return values.clone();
  }

  /** The outcome of some units, given by their places. */
  Outcome at(int[] units) {
    return new Outcome(name, Arrays.stream(units).mapToDouble(unit -> values[unit]).toArray());
  }

  /** Whether every value is 0 or 1. */
  public boolean isRate() {
    return Arrays.stream(values).allMatch(value -> Double.isNaN(value) || value == 0 || value == 1);
  }
}
