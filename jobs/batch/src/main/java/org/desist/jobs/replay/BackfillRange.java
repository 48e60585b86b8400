// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.replay;

import java.time.LocalDate;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.method.CohortWindows;
import org.desist.run.RunSettings;

/**
 * A range of cohorts to be recomputed beside those that are published.
 *
 * @param from first day of the earliest, included
 * @param to first day of the latest, included
 */
public record BackfillRange(LocalDate from, LocalDate to) {
  /**
   * The run that covers both: the cohorts of the range, and those of the published run.
   *
   * @param published settings of the run whose version readers see
   * @param asked what is to be run, with the bounds of the published run
   * @throws DesistException BAD_ARGUMENT when there is no such range
   */
  public RunSettings over(RunSettings published, RunSettings asked) {
    if (from.isAfter(to)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot use --from %s with --to %s: it is later. Swap them.".formatted(from, to));
    }
    if (to.isAfter(asked.input().snapshot())) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot work out cohorts up to %s: the snapshot is of %s."
              .formatted(to, asked.input().snapshot()));
    }
    if (asked.input().snapshot().isBefore(published.input().snapshot()) && !asked.makesCurrent()) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot backfill on the snapshot of %s: readers see that of %s, a later one. Leave out --snapshot, or name a later one; --make-current lets readers see the older snapshot."
              .formatted(asked.input().snapshot(), published.input().snapshot()));
    }
    CohortWindows seen = windows(published);
    CohortWindows covered = windows(asked);
    LocalDate first = from.isBefore(seen.first()) ? from : seen.first();
    LocalDate last = to.isAfter(seen.last()) ? to : seen.last();
    // Bounds stay as they are where they cover it: the same run has the same identity.
    return asked.between(
        covered.first().isAfter(first) ? first : asked.cohorts().from(),
        covered.last().isBefore(last) ? last : asked.cohorts().to());
  }

  /** Whether a cohort is in the range. */
  boolean has(LocalDate start) {
    return !start.isBefore(from) && !start.isAfter(to);
  }

  private static CohortWindows windows(RunSettings settings) {
    return CohortWindows.of(
        settings.cohorts().windows(),
        settings.cohorts().from(),
        settings.cohorts().to(),
        settings.input().snapshot());
  }
}
