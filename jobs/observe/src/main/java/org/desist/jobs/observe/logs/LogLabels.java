// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.logs;

import java.util.List;
import org.desist.run.AttemptEnd;
import org.desist.run.RunContext;
import org.desist.run.RunObserver;
import org.desist.run.RunRecord;
import org.desist.run.StageEnd;

/**
 * Tells the libraries' log, through two system properties, which run and stage a line belongs to.
 * Not through a thread's own context: the threads of an engine outlive the stage that started them,
 * and a process works on one stage of one run at a time.
 */
public final class LogLabels implements RunObserver {
  private static final String RUN = "desist.log.run";
  private static final String STEP = "desist.log.step";

  @Override
  public void attemptStarted(RunContext context, List<RunRecord.Attempt> earlier) {
    System.setProperty(RUN, context.runId());
  }

  @Override
  public void stageStarted(RunContext context, String stage) {
    System.setProperty(STEP, stage);
  }

  @Override
  public void stageEnded(RunContext context, StageEnd end) {
    System.clearProperty(STEP);
  }

  @Override
  public void attemptEnded(RunContext context, AttemptEnd end) {
    System.clearProperty(RUN);
  }
}
