// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

/** A soft and a hard level of a distance, in its unit, whatever its sign. */
record Level(double soft, double hard) {
  /** What a distance comes to: a level trips when the distance is beyond it. */
  GuardOutcome judge(double distance) {
    double size = Math.abs(distance);
    if (size > hard) {
      return GuardOutcome.HARD;
    }
    return size > soft ? GuardOutcome.SOFT : GuardOutcome.PASSED;
  }

  /** Both levels, none of them below a floor. */
  Level atLeast(double softFloor, double hardFloor) {
    return new Level(Math.max(soft, softFloor), Math.max(hard, hardFloor));
  }
}
