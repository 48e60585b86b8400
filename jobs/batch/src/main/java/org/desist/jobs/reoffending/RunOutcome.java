// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

/**
 * What came of starting a run.
 *
 * @param runId the run
 * @param kind whether anything was done
 */
public record RunOutcome(String runId, Kind kind) {
  /** Whether anything was done. */
  public enum Kind {
    /** A new run, from its first stage. */
    STARTED,
    /** A run that had stopped or failed, from where it stopped. */
    RESUMED,
    /** Complete up to the stage it was asked for; not published. */
    PAUSED,
    /** The same run had been finished before. */
    ALREADY_DONE,
    /** The same run had been finished before, and readers see its version since now. */
    MADE_CURRENT
  }
}
