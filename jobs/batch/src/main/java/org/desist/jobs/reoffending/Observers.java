// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.util.List;
import java.util.function.Consumer;
import org.desist.run.AttemptEnd;
import org.desist.run.RunContext;
import org.desist.run.RunObserver;
import org.desist.run.RunRecord;
import org.desist.run.StageEnd;

/** All observers of a run as one; one that fails is noted and does not keep the others from it. */
final class Observers implements RunObserver {
  private final List<RunObserver> observers;

  Observers(List<RunObserver> observers) {
    this.observers = List.copyOf(observers);
  }

  @Override
  public void attemptStarted(RunContext context, List<RunRecord.Attempt> earlier) {
    each(context, observer -> observer.attemptStarted(context, earlier));
  }

  @Override
  public void stageStarted(RunContext context, String stage) {
    each(context, observer -> observer.stageStarted(context, stage));
  }

  @Override
  public void stageEnded(RunContext context, StageEnd end) {
    each(context, observer -> observer.stageEnded(context, end));
  }

  @Override
  public void attemptEnded(RunContext context, AttemptEnd end) {
    each(context, observer -> observer.attemptEnded(context, end));
  }

  private void each(RunContext context, Consumer<RunObserver> call) {
    for (RunObserver observer : observers) {
      try {
        call.accept(observer);
      } catch (RuntimeException e) {
        // Only its type: the message of a library may hold a value from a row.
        context
            .progress()
            .note(
                "%s could not do its part (%s); the run goes on"
                    .formatted(observer.getClass().getSimpleName(), e.getClass().getSimpleName()));
      }
    }
  }
}
