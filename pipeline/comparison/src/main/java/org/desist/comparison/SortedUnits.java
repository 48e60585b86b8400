// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.Arrays;

/**
 * Units in ascending order of a value, equal values in ascending order of unit. Sorts the values as
 * primitives and then drops each unit into its place: no object per unit.
 */
final class SortedUnits {
  private final int[] units;
  private final double[] values;

  private SortedUnits(int[] units, double[] values) {
    this.units = units;
    this.values = values;
  }

  /**
   * Sorts.
   *
   * @param units in ascending order
   * @param values of all units, by unit; finite
   */
  static SortedUnits of(int[] units, double[] values) {
    double[] sorted = new double[units.length];
    for (int i = 0; i < units.length; i++) {
      sorted[i] = values[units[i]] + 0.0;
    }
    Arrays.sort(sorted);
    int[] used = new int[units.length];
    int[] placed = new int[units.length];
    for (int unit : units) {
      int first = first(sorted, values[unit]);
      placed[first + used[first]] = unit;
      used[first]++;
    }
    return new SortedUnits(placed, sorted);
  }

  /** The first place whose value is not below the one given. */
  private static int first(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  int size() {
    return units.length;
  }

  /** The units by place. */
  int[] units() {
    return units.clone();
  }

  int unit(int place) {
    return units[place];
  }

  double value(int place) {
    return values[place];
  }

  /** The first place whose value is not below the one given; {@link #size} when there is none. */
  int firstFrom(double value) {
    return first(values, value);
  }

  /** The first place with the value of a place. */
  int firstEqual(int place) {
    return place > 0 && values[place - 1] == values[place] ? first(values, values[place]) : place;
  }
}
