// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import org.desist.error.DesistException;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Keeps the error code a run ended in, so that it can be routed and decides how to restart. */
final class FailureRecorder implements JobExecutionListener {
  @Override
  public void afterJob(JobExecution execution) {
    for (Throwable thrown : execution.getAllFailureExceptions()) {
      if (thrown instanceof StageFailure stage) {
        DesistException failure = stage.failure();
        execution.setExitStatus(new ExitStatus(failure.code().name(), failure.getMessage()));
      }
    }
  }
}
