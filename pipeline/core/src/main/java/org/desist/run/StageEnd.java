// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.time.Instant;
import org.desist.error.DesistException;

/**
 * How a stage ended.
 *
 * @param stage its name
 * @param outcome whether it was worked, was complete already, or failed
 * @param failure what it failed with, or null
 */
public record StageEnd(
    String stage, Outcome outcome, Instant started, Instant ended, DesistException failure) {
  /** What came of it. */
  public enum Outcome {
    DONE,
    /** It was complete already. */
    KEPT,
    FAILED
  }
}
