// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/** Sums of a list from its start, each as an unevaluated sum of two doubles. */
final class RunningSum {
  private final double[] sums;
  private final double[] remainders;
  private int size;

  RunningSum(int most) {
    sums = new double[most + 1];
    remainders = new double[most + 1];
  }

  /** Appends a number; Knuth's two-sum keeps what rounding drops. */
  void add(double value) {
    double sum = sums[size] + value;
    double taken = sum - sums[size];
    double dropped = (sums[size] - (sum - taken)) + (value - taken);
    size++;
    sums[size] = sum;
    remainders[size] = remainders[size - 1] + dropped;
  }

  /** The sum of the numbers from one place to before another. */
  double between(int from, int to) {
    return (sums[to] - sums[from]) + (remainders[to] - remainders[from]);
  }
}
