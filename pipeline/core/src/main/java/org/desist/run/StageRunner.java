// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** Runs one stage so that it is either complete, with its manifest, or as if it had never begun. */
public final class StageRunner {
  private StageRunner() {}

  /** Whether a stage was run now or had been complete already. */
  public enum Result {
    DONE,
    ALREADY_COMPLETE
  }

  /**
   * Runs a stage unless it is complete. What an earlier, unfinished attempt left is deleted first;
   * what the stage is about to read is checked against its manifests, in every process anew.
   *
   * @throws DesistException what the stage throws; STORAGE when a file that it reads is not what
   *     was written
   */
  public static Result run(Stage stage, RunContext context) {
    RunFolder folder = context.folder();
    if (folder.isComplete(stage.name())) {
      return Result.ALREADY_COMPLETE;
    }
    folder
        .damage(stage::reads)
        .ifPresent(
            damage -> {
              throw new DesistException(
                  ErrorCode.STORAGE,
                  "Cannot do the stage %s: %s. Check the disk, then run again: that stage is done again, with what follows."
                      .formatted(stage.name(), damage));
            });
    folder.begin(stage.name());
    stage.run(context);
    folder.complete(stage.name());
    return Result.DONE;
  }
}
