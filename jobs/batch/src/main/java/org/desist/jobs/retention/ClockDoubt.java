// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.retention;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.desist.jobs.reoffending.RunHistory;
import org.desist.run.RunRecord;
import org.desist.run.RunStatus;

/** Why a clock may be wrong, by what the history says of publications. */
public final class ClockDoubt {
  private ClockDoubt() {}

  /**
   * The doubt, to follow a colon.
   *
   * @param most how many days after the newest publication the day may be, at least 0
   * @return empty when there is none, or nothing has been published
   */
  public static Optional<String> of(RunHistory history, LocalDate today, int most) {
    Optional<LocalDate> newest =
        history.runs().stream()
            .filter(run -> run.status() == RunStatus.FINISHED)
            .map(ClockDoubt::ended)
            .max(Comparator.naturalOrder());
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    long days = ChronoUnit.DAYS.between(newest.get(), today);
    if (days > most) {
      return Optional.of(
          "the clock says %s, %s days after the newest publication (%s), and %s are allowed"
              .formatted(today, days, newest.get(), most));
    }
    // A day on either side is what time zones make of one moment.
    return days < -1
        ? Optional.of(
            "the clock says %s, before the newest publication (%s)".formatted(today, newest.get()))
        : Optional.empty();
  }

  private static LocalDate ended(RunRecord run) {
    Duration took = run.last().took();
    return run.last().started().plus(took == null ? Duration.ZERO : took).toLocalDate();
  }
}
