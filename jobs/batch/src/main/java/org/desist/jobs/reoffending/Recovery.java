// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Marks what a killed process left as running, or in an unknown state, as failed, so that it can be
 * started again. The repository cannot tell a dead run from a live one: only the holder of the lock
 * may do this.
 */
final class Recovery {
  private final String job;
  private final JobRepository repository;
  private final JobOperator operator;

  Recovery(String job, JobRepository repository, JobOperator operator) {
    this.job = job;
    this.repository = repository;
    this.operator = operator;
  }

  void run() {
    for (JobExecution execution : repository.findRunningJobExecutions(job)) {
      operator.recover(execution);
    }
    for (JobInstance instance : repository.findJobInstances(job)) {
      RunHistory.executions(repository, instance).forEach(this::settle);
    }
  }

  /** Unknown is what Spring Batch calls a commit that failed, as on a full disk. */
  private void settle(JobExecution execution) {
    for (StepExecution step : execution.getStepExecutions()) {
      if (step.getStatus() == BatchStatus.UNKNOWN) {
        step.setStatus(BatchStatus.FAILED);
        step.setEndTime(step.getLastUpdated());
        repository.update(step);
      }
    }
    if (execution.getStatus() == BatchStatus.UNKNOWN) {
      execution.setStatus(BatchStatus.FAILED);
      execution.setEndTime(execution.getLastUpdated());
      repository.update(execution);
    }
  }
}
