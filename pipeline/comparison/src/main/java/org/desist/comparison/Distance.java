// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/** Compares distances between doubles exactly, without the rounding of a subtraction. */
final class Distance {
  private Distance() {}

  /**
   * Which of two numbers is nearer to a third that lies between them.
   *
   * @return below 0 when left is nearer, above 0 when right is, 0 when neither is
   */
  static int compare(double left, double middle, double right) {
    double toLeft = middle - left;
    double toRight = right - middle;
    int rounded = Double.compare(toLeft, toRight);
    return rounded != 0
        ? rounded
        : Double.compare(dropped(middle, left, toLeft), dropped(right, middle, toRight));
  }

  /** What rounding dropped from a difference (Knuth's two-sum). */
  private static double dropped(double from, double take, double difference) {
    double taken = from - difference;
    double kept = difference + taken;
    return (from - kept) + (taken - take) + 0.0;
  }
}
