// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.util.List;

/**
 * Told what becomes of a run while its lock is held: for pages, metrics, traces. What an observer
 * throws is noted and never fails a run.
 */
public interface RunObserver {
  /**
   * An attempt begins: its run has a name and its folder may hold stages of earlier attempts.
   *
   * @param earlier attempts at the same run, first to last
   */
  default void attemptStarted(RunContext context, List<RunRecord.Attempt> earlier) {}

  /** A stage begins, or is looked at and found complete. */
  default void stageStarted(RunContext context, String stage) {}

  /** A stage ended. */
  default void stageEnded(RunContext context, StageEnd end) {}

  /** An attempt ended; not told when the process is killed. */
  default void attemptEnded(RunContext context, AttemptEnd end) {}
}
