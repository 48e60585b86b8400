// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Marks an attempt that went as far as it was asked: stopped, so that the run can go on. */
final class Pause implements JobExecutionListener {
  private static final String EXIT = "PAUSED";

  @Override
  public void afterJob(JobExecution execution) {
    if (execution.getStatus() == BatchStatus.COMPLETED) {
      execution.setStatus(BatchStatus.STOPPED);
      execution.setExitStatus(new ExitStatus(EXIT));
    }
  }

  /** Whether an attempt ended like this. */
  static boolean endedIn(JobExecution execution) {
    return execution.getExitStatus().getExitCode().equals(EXIT);
  }
}
