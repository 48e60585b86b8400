// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.desist.error.DesistException;
import org.desist.jobs.repository.JobDatabase;
import org.desist.jobs.repository.JobsPlace;
import org.desist.run.AttemptEnd;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;
import org.desist.run.RunObserver;
import org.desist.run.RunRecord;
import org.desist.run.RunSettings;
import org.desist.run.StageEnd;
import org.desist.run.StageFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Starts, repeats and resumes runs of the reoffending job: one at a time per output folder. */
public final class ReoffendingRuns {
  private final StageFactory factory;
  private final Clock clock;
  private final Function<String, ProgressListener> progress;
  private final RunObserver observer;
  private final String until;
  private final Function<Path, JobsPlace> place;

  /**
   * Runs with the given stages.
   *
   * @param clock for the note in the lock file and the times of events that observers receive
   * @param progress makes the listener of a run, given its name
   * @param observers receive each event in this order
   */
  public ReoffendingRuns(
      StageFactory factory,
      Clock clock,
      Function<String, ProgressListener> progress,
      List<RunObserver> observers) {
    this(factory, clock, progress, new AllObservers(observers), null, JobsPlace::below);
  }

  private ReoffendingRuns(
      StageFactory factory,
      Clock clock,
      Function<String, ProgressListener> progress,
      RunObserver observer,
      String until,
      Function<Path, JobsPlace> place) {
    this.factory = factory;
    this.clock = clock;
    this.progress = progress;
    this.observer = observer;
    this.until = until;
    this.place = place;
  }

  /**
   * The same, pausing after a stage, so that a scheduler can make a task of each. It is no part of
   * what identifies a run.
   *
   * @param stage null goes on to the end
   */
  public ReoffendingRuns until(String stage) {
    return new ReoffendingRuns(factory, clock, progress, observer, stage, place);
  }

  /** The same, with the history elsewhere than in {@code OUT/jobs}. */
  public ReoffendingRuns keptIn(JobsPlace other) {
    return new ReoffendingRuns(factory, clock, progress, observer, until, out -> other);
  }

  /**
   * Runs, resumes the same run where it stopped, or does nothing when it has been done.
   *
   * @throws DesistException what the run ended in; LOCKED when another run is at work
   */
  public RunOutcome run(RunSettings settings) {
    return locked(settings.out(), session -> session.run(settings));
  }

  /** Runs from the first stage under a new name, whether or not the same has been done. */
  public RunOutcome runAgain(RunSettings settings) {
    return locked(settings.out(), session -> session.runAgain(settings));
  }

  /**
   * Goes on with a run by name, with the settings it was last started with.
   *
   * @param keyFile replaces the run's key file; null keeps it
   * @param exemptions replaces the run's exemptions; null keeps them
   * @throws DesistException UNKNOWN_RUN, or BAD_ARGUMENT when its extracts or method have changed
   */
  public RunOutcome resume(Path out, String runId, Path keyFile, Path exemptions) {
    return resume(
        out, runId, settings -> settings.with(settings.files().withNamed(keyFile, exemptions)));
  }

  /**
   * Goes on with a run by name.
   *
   * @param changed its settings as they are to be now, from those it was last started with
   * @throws DesistException UNKNOWN_RUN, or BAD_ARGUMENT when its extracts or method have changed
   */
  public RunOutcome resume(Path out, String runId, UnaryOperator<RunSettings> changed) {
    // Asked before the lock is taken, so that a wrong name leaves no folder behind.
    RunHistory.read(place.apply(out), out).run(runId);
    return locked(out, session -> session.resume(runId, changed));
  }

  private RunOutcome locked(Path out, Function<RunSession, RunOutcome> work) {
    JobsPlace jobs = place.apply(out);
    RunLock lock = RunLock.take(jobs, out, clock);
    try (JobDatabase database = JobDatabase.open(jobs, out)) {
      return work.apply(new RunSession(database, out, until, factory, clock, progress, observer));
    } catch (DataAccessException | TransactionException e) {
      throw RepositoryFailure.of("go on in " + out, jobs, e);
    } finally {
      lock.close();
    }
  }

  /** All observers as one; one that fails is noted and does not keep the others from it. */
  private record AllObservers(List<RunObserver> observers) implements RunObserver {
    private AllObservers {
      observers = List.copyOf(observers);
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
                      .formatted(
                          observer.getClass().getSimpleName(), e.getClass().getSimpleName()));
        }
      }
    }
  }
}
