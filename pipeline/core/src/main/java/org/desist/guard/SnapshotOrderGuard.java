// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.desist.publish.CurrentVersion;
import org.desist.publish.CurrentVersion.Seen;
import org.desist.run.RunContext;
import org.desist.text.FigureText;

/**
 * The snapshot of a run against that of the version readers see. An older one is published beside
 * it and readers keep what they see, unless the run was told otherwise. Publishing compares again:
 * a run may wait between the two.
 */
final class SnapshotOrderGuard {
  private static final String SUBJECT = "the version readers see";
  private static final String MEASURE = "days";

  private SnapshotOrderGuard() {}

  static GuardCheck check(RunContext context) {
    Optional<Seen> seen = CurrentVersion.below(context.settings().out()).seen();
    if (seen.isEmpty()) {
      return GuardCheck.notEvaluated(
          GuardName.SNAPSHOT_ORDER, SUBJECT, MEASURE, 0, null, "readers see no version");
    }
    LocalDate snapshot = context.settings().input().snapshot();
    long days = ChronoUnit.DAYS.between(seen.get().snapshot(), snapshot);
    GuardCheck check =
        new GuardCheck(
            GuardName.SNAPSHOT_ORDER,
            SUBJECT,
            MEASURE,
            null,
            null,
            (double) days,
            0.0,
            null,
            days < 0 ? GuardOutcome.SOFT : GuardOutcome.PASSED,
            1,
            seen.get().run(),
            words(snapshot, seen.get(), days),
            null);
    return days < 0 && context.settings().makesCurrent()
        ? check.letThrough(GuardOutcome.ACCEPTED, "--make-current")
        : check;
  }

  private static String words(LocalDate snapshot, Seen seen, long days) {
    String both =
        "the snapshot of %s, and readers see %s of %s"
            .formatted(snapshot, seen.run(), seen.snapshot());
    return days < 0 ? FigureText.text("%s, %,d days later", both, -days) : both;
  }
}
