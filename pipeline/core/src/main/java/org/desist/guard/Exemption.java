// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.time.LocalDate;

/**
 * Lets a guard's hard level pass, for a time.
 *
 * @param guard label of the guard
 * @param subject what it looked at, as the run page spells it; null for all of the guard's
 * @param measure what it compared; null for all
 * @param reason why, as the run page repeats it
 * @param until last day of a snapshot that it holds for
 */
record Exemption(String guard, String subject, String measure, String reason, LocalDate until) {
  /** Whether it speaks of a check, whatever the day. */
  boolean covers(GuardCheck check) {
    return check.guard().label().equals(guard)
        && (subject == null || subject.equals(check.subject()))
        && (measure == null || measure.equals(check.measure()));
  }

  boolean holdsFor(LocalDate snapshot) {
    return !snapshot.isAfter(until);
  }

  /** What it is about. */
  String about() {
    return guard
        + (subject == null ? "" : " of " + subject)
        + (measure == null ? "" : ", " + measure);
  }
}
