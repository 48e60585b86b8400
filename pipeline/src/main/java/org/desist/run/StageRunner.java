// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

/** Runs one stage so that it is either complete, with its manifest, or as if it had never begun. */
public final class StageRunner {
  private StageRunner() {}

  /** Whether a stage was run now or had been complete already. */
  public enum Result {
    DONE,
    ALREADY_COMPLETE
  }

  /**
   * Runs a stage unless it is complete. What an earlier, unfinished attempt left is deleted first.
   *
   * @throws org.desist.error.DesistException what the stage throws
   */
  public static Result run(Stage stage, RunContext context) {
    RunFolder folder = context.folder();
    if (folder.isComplete(stage.name())) {
      return Result.ALREADY_COMPLETE;
    }
    folder.begin(stage.name());
    stage.run(context);
    folder.complete(stage.name());
    return Result.DONE;
  }
}
