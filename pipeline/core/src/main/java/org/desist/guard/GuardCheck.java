// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

/**
 * One thing that a guard looked at.
 *
 * @param guard which guard
 * @param subject what of, such as {@code pnc_event} or {@code quarter, region A}
 * @param measure what was compared: {@code rows}, {@code refused_share}, {@code psi}, {@code
 *     reoffending_rate}, {@code reoffences_per_reoffender}
 * @param value what it is now; null when it cannot be told
 * @param reference what it was; null when there is nothing to compare with
 * @param distance how far apart they are, signed, in the unit of the levels; null with them
 * @param soft level of the distance, whatever its sign, beyond which it is reported
 * @param hard level beyond which nothing is published
 * @param outcome what it came to
 * @param versions how many published versions it was compared with
 * @param against the run of the latest of them, or null
 * @param words all of it in a sentence without a full stop
 * @param reason why it was let through, or null
 */
public record GuardCheck(
    GuardName guard,
    String subject,
    String measure,
    Double value,
    Double reference,
    Double distance,
    Double soft,
    Double hard,
    GuardOutcome outcome,
    int versions,
    String against,
    String words,
    String reason) {

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

  /** A check for which there is too little to compare with. */
  static GuardCheck notEvaluated(
      GuardName guard, String subject, String measure, int versions, String against, String why) {
    return new GuardCheck(
        guard,
        subject,
        measure,
        null,
        null,
        null,
        null,
        null,
        GuardOutcome.NOT_EVALUATED,
        versions,
        against,
        why,
        null);
  }

  /** The same, let through. */
  GuardCheck letThrough(GuardOutcome how, String why) {
    return new GuardCheck(
        guard, subject, measure, value, reference, distance, soft, hard, how, versions, against,
        words, why);
  }

  /** The check in a line: guard, subject, words. */
  public String sentence() {
    return "%s of %s: %s".formatted(guard.label(), subject, words);
  }
}
