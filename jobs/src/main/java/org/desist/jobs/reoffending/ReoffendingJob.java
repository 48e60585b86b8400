// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.util.List;
import org.desist.run.RunContext;
import org.desist.run.Stage;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.transaction.PlatformTransactionManager;

/** The job {@code reoffending}: a step per stage, one after another. */
final class ReoffendingJob {
  static final String NAME = "reoffending";

  private final JobRepository repository;
  private final PlatformTransactionManager transactions;

  ReoffendingJob(JobRepository repository, PlatformTransactionManager transactions) {
    this.repository = repository;
    this.transactions = transactions;
  }

  /** The job of one run; {@code stages} has at least one. */
  Job build(List<Stage> stages, RunContext context) {
    JobBuilder builder = new JobBuilder(NAME, repository).listener(new FailureRecorder());
    SimpleJobBuilder job = builder.start(step(stages.get(0), context));
    for (Stage stage : stages.subList(1, stages.size())) {
      job = job.next(step(stage, context));
    }
    return job.build();
  }

  private Step step(Stage stage, RunContext context) {
    return new StepBuilder(stage.name(), repository)
        .tasklet(new StageTasklet(stage, context), transactions)
        // The manifest in the stage's folder decides what is complete, not the repository: a folder
        // that was removed is made again, and a stage whose last commit was lost is kept.
        .allowStartIfComplete(true)
        .build();
  }
}
