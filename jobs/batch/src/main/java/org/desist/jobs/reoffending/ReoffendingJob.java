// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.time.Clock;
import java.util.List;
import org.desist.run.RunContext;
import org.desist.run.RunObserver;
import org.desist.run.Stage;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;

/** The job: a step per stage, one after another. */
final class ReoffendingJob {
  private final String name;
  private final JobRepository repository;
  private final RunObserver observer;
  private final Clock clock;

  ReoffendingJob(String name, JobRepository repository, RunObserver observer, Clock clock) {
    this.name = name;
    this.repository = repository;
    this.observer = observer;
    this.clock = clock;
  }

  /** The job of one run; {@code stages} has at least one. */
  Job build(List<Stage> stages, RunContext context) {
    return build(new JobBuilder(name, repository).listener(new FailureRecorder()), stages, context);
  }

  /** The job of one run as far as it is to go now: it waits, and can be gone on with. */
  Job buildPausing(List<Stage> stages, RunContext context) {
    JobBuilder builder = new JobBuilder(name, repository).listener(new FailureRecorder());
    return build(builder.listener(new Pause()), stages, context);
  }

  private Job build(JobBuilder builder, List<Stage> stages, RunContext context) {
    SimpleJobBuilder job = builder.start(step(stages.get(0), context));
    for (Stage stage : stages.subList(1, stages.size())) {
      job = job.next(step(stage, context));
    }
    return job.build();
  }

  private Step step(Stage stage, RunContext context) {
    return new StepBuilder(stage.name(), repository)
        // Without a transaction: a stage may take hours, and what it leaves are files.
        .tasklet(new StageTasklet(stage, context, observer, clock))
        // The manifest in the stage's folder decides what is complete, not the repository: a folder
        // that was removed is made again, and a stage whose last commit was lost is kept.
        .allowStartIfComplete(true)
        .build();
  }
}
