// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A run as the job repository remembers it.
 *
 * @param id the run's name
 * @param settings what it was last started with
 * @param status how it stands
 * @param attempts its starts, first to last, at least one
 */
public record RunRecord(String id, RunSettings settings, RunStatus status, List<Attempt> attempts) {
  public RunRecord {
    attempts = List.copyOf(attempts);
  }

  /** The latest start. */
  public Attempt last() {
    return attempts.get(attempts.size() - 1);
  }

  /**
   * One start of a run.
   *
   * @param number 1 for the first
   * @param started local time
   * @param took null when it did not end by itself
   * @param error code of the error it ended in, or null
   * @param message of the error, or empty
   * @param steps what it did, in order
   */
  public record Attempt(
      int number,
      LocalDateTime started,
      Duration took,
      String error,
      String message,
      List<Step> steps) {
    public Attempt {
      steps = List.copyOf(steps);
    }
  }

  /**
   * One stage in one start.
   *
   * @param stage its name
   * @param status {@code done}, {@code kept} (complete already), {@code failed} or {@code stopped}
   * @param took null when it did not end by itself
   */
  public record Step(String stage, String status, Duration took) {}
}
