// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.desist.error.DesistException;
import org.desist.jobs.repository.JobDatabase;
import org.desist.run.RunContext;
import org.desist.run.RunObserver;
import org.desist.run.Stage;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.FlowExecutionStatus;
import org.springframework.batch.core.job.flow.JobExecutionDecider;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * The job of one attempt: a step per stage, and after each the decision whether to go on. README.md
 * beside this file draws the flow.
 */
final class ReoffendingJob implements JobExecutionListener {
  private static final String PAUSED = "PAUSED";

  private final JobDatabase database;
  private final RunObserver observer;
  private final Clock clock;
  private final AtomicReference<DesistException> failure = new AtomicReference<>();

  ReoffendingJob(JobDatabase database, RunObserver observer, Clock clock) {
    this.database = database;
    this.observer = observer;
    this.clock = clock;
  }

  /** The job of a run; {@code stages} has at least one. */
  Job build(List<Stage> stages, RunContext context) {
    Iterator<Step> steps =
        stages.stream()
            .map(stage -> new StageStep(stage, context, observer, clock, failure).build(database))
            .iterator();
    Step step = steps.next();
    FlowBuilder<Flow> flow = new FlowBuilder<Flow>("stages").start(step);
    while (steps.hasNext()) {
      Pause pause = new Pause(step.getName());
      Step next = steps.next();
      flow.from(step).on(ExitStatus.COMPLETED.getExitCode()).to(pause);
      flow.from(step).on(ExitStatus.NOOP.getExitCode()).to(pause);
      flow.from(step).on("*").fail();
      flow.from(pause).on(PAUSED).stop();
      flow.from(pause).on("*").to(next);
      step = next;
    }
    flow.from(step).on(ExitStatus.COMPLETED.getExitCode()).end();
    flow.from(step).on(ExitStatus.NOOP.getExitCode()).end();
    flow.from(step).on("*").fail();
    return new JobBuilder(database.job(), database.repository())
        .listener(this)
        .start(flow.build())
        .end()
        .build();
  }

  /** What the attempt ended in; empty when it ended well, or when the repository failed. */
  Optional<DesistException> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** Keeps the error code a run ended in, so that it can be routed and decides how to restart. */
  @Override
  public void afterJob(JobExecution execution) {
    failure()
        .ifPresent(
            known ->
                execution.setExitStatus(new ExitStatus(known.code().name(), known.getMessage())));
  }

  /** Decides whether the attempt was to go as far as this stage, so that a scheduler can go on. */
  private record Pause(String stage) implements JobExecutionDecider {
    @Override
    public FlowExecutionStatus decide(JobExecution execution, StepExecution step) {
      return stage.equals(execution.getJobParameters().getString(RunParameters.UNTIL))
          ? new FlowExecutionStatus(PAUSED)
          : FlowExecutionStatus.COMPLETED;
    }
  }
}
