// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import org.desist.explain.Explanation;
import org.desist.run.StageFactory;
import org.desist.stage.Pipeline;
import org.desist.stage.RunExplanation;

/**
 * The parts of the library that commands set to work.
 *
 * @param stages the stages of a run
 * @param explanation one person's path
 * @param generator invented extracts
 */
public record Services(StageFactory stages, Explanation explanation, SampleGenerator generator) {
  /** Those of the library. */
  public static Services ofLibrary() {
    return new Services(new Pipeline(), new RunExplanation(), new CareerGenerator());
  }

  /** The same with other stages. */
  public Services with(StageFactory others) {
    return new Services(others, explanation, generator);
  }
}
