// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** Runs one stage so that it is either complete, with its manifest, or has none. */
public final class StageRunner {
  private StageRunner() {}

  /** Whether a stage was run now or had been complete already. */
  public enum Result {
    DONE,
    ALREADY_COMPLETE
  }

  /**
   * Runs a stage unless it is complete, its parts one after another. What an unfinished attempt
   * left is deleted first, but for the pieces that are whole.
   *
   * @throws DesistException as {@link #begin}, and what the stage throws
   */
  public static Result run(Stage stage, RunContext context) {
    if (!begin(stage, context)) {
      return Result.ALREADY_COMPLETE;
    }
    if (stage instanceof Stage.Parted parted) {
      parted.parts(context).forEach(part -> part.work(context));
    }
    finish(stage, context);
    return Result.DONE;
  }

  /**
   * Prepares a stage's folder; what the stage is about to read is checked against its manifests, in
   * every process anew.
   *
   * @return false when the stage is complete and has nothing against going on: it is kept
   * @throws DesistException STORAGE when a file that it reads is not what was written
   */
  public static boolean begin(Stage stage, RunContext context) {
    RunFolder folder = context.folder();
    if (folder.isComplete(stage.name()) && stage.refusal(context).isEmpty()) {
      return false;
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
    return true;
  }

  /** Does what is left of a stage once its parts are done, and completes it. */
  public static void finish(Stage stage, RunContext context) {
    stage.run(context);
    context.folder().complete(stage.name());
  }
}
