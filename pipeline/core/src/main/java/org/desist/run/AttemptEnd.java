// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.time.Instant;
import org.desist.error.DesistException;

/**
 * How an attempt at a run ended.
 *
 * @param outcome whether the run is published, waits, or failed
 * @param failure what it failed with, or null
 */
public record AttemptEnd(Outcome outcome, Instant started, Instant ended, DesistException failure) {
  /** What came of it. */
  public enum Outcome {
    FINISHED,
    /** As far as was asked. */
    PAUSED,
    FAILED
  }
}
