// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.time.Clock;
import java.time.Instant;
import org.desist.error.DesistException;
import org.desist.run.RunContext;
import org.desist.run.RunObserver;
import org.desist.run.Stage;
import org.desist.run.StageEnd;
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
  private final RunObserver observer;
  private final Clock clock;

  StageTasklet(Stage stage, RunContext context, RunObserver observer, Clock clock) {
    this.stage = stage;
    this.context = context;
    this.observer = observer;
    this.clock = clock;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
    Instant started = clock.instant();
    observer.stageStarted(context, stage.name());
    try {
      switch (StageRunner.run(stage, context)) {
        case DONE -> {
          contribution.setExitStatus(ExitStatus.COMPLETED);
          tell(StageEnd.Outcome.DONE, started, null);
        }
        case ALREADY_COMPLETE -> {
          context.progress().note(stage.name() + " was complete already and is kept");
          contribution.setExitStatus(ExitStatus.NOOP);
          tell(StageEnd.Outcome.KEPT, started, null);
        }
      }
      return RepeatStatus.FINISHED;
    } catch (Exception | Error e) {
      StageFailure failure = StageFailure.of(stage.name(), e);
      tell(StageEnd.Outcome.FAILED, started, failure.failure());
      throw failure;
    }
  }

  private void tell(StageEnd.Outcome outcome, Instant started, DesistException failure) {
    observer.stageEnded(
        context, new StageEnd(stage.name(), outcome, started, clock.instant(), failure));
  }
}
