// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import org.desist.answer.OutcomeResult.Kind;
import org.desist.comparison.Interval;

/** By how much one group can differ from the other, in words; limits are finite. */
final class Difference {
  private Difference() {}

  /** "lower by between 2 and 14 people", for limits that are not on both sides of 0. */
  static String oneWay(Kind kind, Interval interval) {
    double lower = Math.abs(interval.lower());
    double upper = Math.abs(interval.upper());
    double near = Math.min(lower, upper);
    double far = Math.max(lower, upper);
    String direction = interval.lower() + interval.upper() < 0 ? "lower by " : "higher by ";
    if (isZero(kind, far)) {
      return direction + "less than " + Figures.smallest(kind);
    }
    String most = Figures.number(kind, far) + " " + Figures.unit(kind, far);
    if (Figures.rounded(kind, near).compareTo(Figures.rounded(kind, far)) == 0) {
      return direction + "about " + most;
    }
    return direction + "between " + least(kind, near) + " and " + most;
  }

  /** "lower by as many as 8 people, or higher by as many as 6 people". */
  static String eitherWay(Kind kind, Interval interval) {
    double down = -interval.lower();
    double up = interval.upper();
    if (isZero(kind, down) && isZero(kind, up)) {
      return "lower or higher by less than " + Figures.smallest(kind);
    }
    return "lower by " + atMost(kind, down) + ", or higher by " + atMost(kind, up);
  }

  private static String atMost(Kind kind, double size) {
    return isZero(kind, size)
        ? "less than " + Figures.smallest(kind)
        : "as many as " + Figures.number(kind, size) + " " + Figures.unit(kind, size);
  }

  /** A limit that is not zero is not called so. */
  private static String least(Kind kind, double size) {
    if (size == 0 || !isZero(kind, size)) {
      return Figures.number(kind, size);
    }
    return "less than " + (kind == Kind.FREQUENCY ? "0.01" : "1");
  }

  private static boolean isZero(Kind kind, double size) {
    return Figures.rounded(kind, size).signum() == 0;
  }
}
