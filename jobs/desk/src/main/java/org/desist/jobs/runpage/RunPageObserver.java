// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.runpage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.AttemptEnd;
import org.desist.run.HistoryPlace;
import org.desist.run.OutLock;
import org.desist.run.RunContext;
import org.desist.run.RunObserver;
import org.desist.run.RunRecord;
import org.desist.run.RunSettings;
import org.desist.run.RunStatus;
import org.desist.run.StageEnd;

/**
 * Writes the page of each attempt, when it begins and when it ends, and of a run that never began.
 * What keeps it from writing is reported, and never becomes the run's own failure.
 */
public final class RunPageObserver implements RunObserver {
  private final HistoryPlace jobs;
  private final Clock clock;
  private final Consumer<String> trouble;
  private final List<RunRecord.Step> steps = new ArrayList<>();
  private List<RunRecord.Attempt> earlier;

  /**
   * An observer of one command.
   *
   * @param trouble told why a page could not be written
   */
  public RunPageObserver(HistoryPlace jobs, Clock clock, Consumer<String> trouble) {
    this.jobs = jobs;
    this.clock = clock;
    this.trouble = trouble;
  }

  @Override
  public void attemptStarted(RunContext context, List<RunRecord.Attempt> before) {
    earlier = List.copyOf(before);
    steps.clear();
    write(context, RunStatus.RUNNING, clock.instant(), null, null);
  }

  @Override
  public void stageEnded(RunContext context, StageEnd end) {
    steps.add(
        new RunRecord.Step(
            end.stage(),
            switch (end.outcome()) {
              case DONE -> "done";
              case KEPT -> "kept";
              case FAILED -> "failed";
            },
            Duration.between(end.started(), end.ended())));
  }

  @Override
  public void attemptEnded(RunContext context, AttemptEnd end) {
    boolean isWritten =
        write(
            context,
            switch (end.outcome()) {
              case FINISHED -> RunStatus.FINISHED;
              case PAUSED -> RunStatus.PAUSED;
              case FAILED -> RunStatus.after(end.failure().code());
            },
            end.started(),
            Duration.between(end.started(), end.ended()),
            end.failure());
    if (isWritten && end.failure() != null) {
      context
          .progress()
          .note("See " + RunPages.below(context.settings().out()).file(context.runId()));
    }
  }

  /** A command failed; when no attempt had begun, that is a page too. */
  public void failed(RunSettings settings, DesistException failure) {
    if (earlier != null) {
      return;
    }
    guarded(
        () -> {
          RunPage page = RunPageBuilder.unstarted(settings, failure, jobs);
          RunPages pages = RunPages.below(settings.out());
          if (failure.code() == ErrorCode.LOCKED || OutLock.isHeld(settings.out())) {
            pages.writeAside(page);
          } else {
            pages.write(page);
          }
        });
  }

  private boolean write(
      RunContext context,
      RunStatus status,
      Instant started,
      Duration took,
      DesistException failure) {
    return guarded(
        () -> {
          RunRecord.Attempt attempt =
              new RunRecord.Attempt(
                  earlier.size() + 1,
                  LocalDateTime.ofInstant(started, clock.getZone()),
                  took,
                  failure == null ? null : failure.code().name(),
                  failure == null ? "" : failure.getMessage(),
                  steps);
          List<RunRecord.Attempt> attempts = new ArrayList<>(earlier);
          attempts.add(attempt);
          RunRecord run = new RunRecord(context.runId(), context.settings(), status, attempts);
          RunPages.below(context.settings().out())
              .write(RunPageBuilder.of(context.settings().out(), run, jobs));
        });
  }

  private boolean guarded(Runnable work) {
    try {
      work.run();
      return true;
    } catch (DesistException e) {
      trouble.accept("The run page could not be written. " + e.getMessage());
    } catch (RuntimeException e) {
      // Only its type: the message of a library may hold a value from a row.
      trouble.accept(
          "The run page could not be written (%s).".formatted(e.getClass().getSimpleName()));
    }
    return false;
  }
}
