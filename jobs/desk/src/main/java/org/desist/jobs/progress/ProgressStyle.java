// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.progress;

import java.time.Clock;
import org.desist.jobs.terminal.Printer;
import org.desist.run.ProgressListener;

/** How progress is shown. */
public enum ProgressStyle {
  /** A bar per stage, for a terminal. */
  BARS,
  /** Plain lines, for a file. */
  LINES,
  /** JSON lines, for a program. */
  JSON;

  /** A listener for one run. */
  public ProgressListener open(String runId, Printer out, Clock clock) {
    return switch (this) {
      case BARS -> new BarProgress(out, clock);
      case LINES -> new LineProgress(out, clock);
      case JSON -> new JsonProgress(new JsonEvents(out, clock), clock, runId);
    };
  }
}
