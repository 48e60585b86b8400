// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import org.desist.run.RunContext;
import org.desist.run.Stage;
import org.desist.run.StageRunner;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** A stage as a step. A stage that was complete already leaves the exit status NOOP. */
final class StageTasklet implements Tasklet {
  private final Stage stage;
  private final RunContext context;

  StageTasklet(Stage stage, RunContext context) {
    this.stage = stage;
    this.context = context;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
    try {
      switch (StageRunner.run(stage, context)) {
        case DONE -> contribution.setExitStatus(ExitStatus.COMPLETED);
        case ALREADY_COMPLETE -> {
          context.progress().note(stage.name() + " was complete already and is kept");
          contribution.setExitStatus(ExitStatus.NOOP);
        }
      }
      return RepeatStatus.FINISHED;
    } catch (Exception | OutOfMemoryError e) {
      throw StageFailure.of(stage.name(), e);
    }
  }
}
