// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.error.ErrorType;
import org.desist.jobs.repository.JobDatabase;
import org.desist.publish.CurrentVersion;
import org.desist.run.AttemptEnd;
import org.desist.run.Pointer;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;
import org.desist.run.RunFolder;
import org.desist.run.RunObserver;
import org.desist.run.RunRecord;
import org.desist.run.RunSettings;
import org.desist.run.RunStatus;
import org.desist.run.Stage;
import org.desist.run.StageFactory;
import org.desist.run.Stages;
import org.desist.run.Versions;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/** Work on one output folder by the one process that holds its lock. */
final class RunSession {
  private final JobDatabase database;
  private final JobRepository repository;
  private final JobOperator operator;
  private final Path out;
  private final Extent extent;
  private final StageFactory factory;
  private final Clock clock;
  private final Function<String, ProgressListener> progress;
  private final RunObserver observer;
  private UnchangedExtracts extracts;

  RunSession(
      JobDatabase database,
      Path out,
      Extent extent,
      StageFactory factory,
      Clock clock,
      Function<String, ProgressListener> progress,
      RunObserver observer) {
    this.database = database;
    this.repository = database.repository();
    this.operator = database.operator();
    this.out = out;
    this.extent = extent;
    this.factory = factory;
    this.clock = clock;
    this.progress = progress;
    this.observer = observer;
    new Recovery(database.job(), repository, operator).run();
  }

  RunOutcome run(RunSettings settings) {
    RunIdentity identity = identify(settings);
    long again = repeats(settings, identity) - 1;
    if (again < 0) {
      return start(settings, identity, 0);
    }
    JobParameters parameters = RunParameters.identity(settings, identity, again);
    JobExecution last = last(parameters).orElseThrow();
    String runId = last.getJobParameters().getString(RunParameters.RUN);
    if (last.getStatus() != BatchStatus.COMPLETED) {
      return goOn(settings, parameters, last);
    }
    if (Versions.below(out).has(runId)) {
      return done(settings, runId);
    }
    // Done once, but its version has been removed: there is nothing to show for it.
    return start(settings, identity, again + 1);
  }

  RunOutcome runAgain(RunSettings settings) {
    RunIdentity identity = identify(settings);
    return start(settings, identity, repeats(settings, identity));
  }

  RunOutcome resume(String runId, UnaryOperator<RunSettings> changed) {
    RunRecord run = RunHistory.of(database, out).run(runId);
    if (run.status() == RunStatus.FINISHED) {
      RunSettings now = changed.apply(run.settings().inOrder());
      // A version that has been removed is published anew, under a new name.
      return Versions.below(out).has(runId) ? done(now, runId) : run(now);
    }
    RunSettings settings = changed.apply(run.settings());
    RunIdentity identity = identify(settings);
    for (long again = repeats(settings, identity) - 1; again >= 0; again--) {
      JobParameters parameters = RunParameters.identity(settings, identity, again);
      JobExecution last = last(parameters).orElseThrow();
      if (runId.equals(last.getJobParameters().getString(RunParameters.RUN))) {
        return goOn(settings, parameters, last);
      }
    }
    throw new DesistException(
        ErrorCode.BAD_ARGUMENT,
        "Cannot resume %s: the files in %s, their corrections, the method, its baselines or the contracts have changed since it started. Start a new run with: desist run"
            .formatted(runId, settings.extracts()));
  }

  /** Nothing is left to do but, where it was asked for or readers see nothing, to show it. */
  private RunOutcome done(RunSettings settings, String runId) {
    Pointer pointer = Versions.below(out).pointer();
    if (pointer.isSound() && (!settings.makesCurrent() || pointer.run().equals(runId))) {
      return new RunOutcome(runId, RunOutcome.Kind.ALREADY_DONE);
    }
    CurrentVersion.below(out)
        .set(
            runId,
            settings.makesCurrent()
                ? "its run was asked for again with --make-current"
                : "its run was asked for again, and readers saw nothing");
    return new RunOutcome(runId, RunOutcome.Kind.MADE_CURRENT);
  }

  private RunIdentity identify(RunSettings settings) {
    extracts = UnchangedExtracts.of(settings.extracts());
    return RunIdentity.of(settings, factory);
  }

  /** How often the same run has been started under a new name. */
  private long repeats(RunSettings settings, RunIdentity identity) {
    long again = 0;
    while (last(RunParameters.identity(settings, identity, again)).isPresent()) {
      again++;
    }
    return again;
  }

  private Optional<JobExecution> last(JobParameters identity) {
    JobInstance instance = repository.getJobInstance(database.job(), identity);
    if (instance == null) {
      return Optional.empty();
    }
    var executions = RunHistory.executions(repository, instance);
    // An instance without an execution: killed between the two inserts. It counts as not started.
    return executions.isEmpty()
        ? Optional.empty()
        : Optional.of(executions.get(executions.size() - 1));
  }

  private RunOutcome start(RunSettings settings, RunIdentity identity, long again) {
    String runId = RunNames.next(out, settings.snapshot(), RunHistory.of(database, out));
    ProgressListener listener = progress.apply(runId);
    listener.note("Run " + runId);
    JobParameters parameters = RunParameters.identity(settings, identity, again);
    return execute(settings, parameters, runId, RunOutcome.Kind.STARTED, listener);
  }

  private RunOutcome goOn(RunSettings settings, JobParameters identity, JobExecution last) {
    String runId = last.getJobParameters().getString(RunParameters.RUN);
    boolean refused =
        // What a guard refused is as it should be, but for the guard's own stage.
        RunHistory.error(last)
            .map(code -> code.type() == ErrorType.DATA && code != ErrorCode.GUARD)
            .orElse(false);
    if (refused) {
      // What was refused is read again from the start; it was kept until now to be looked at.
      RunFolder.of(out, runId).discard();
    }
    ProgressListener listener = progress.apply(runId);
    listener.note("Run " + runId + " goes on " + (refused ? "from the start" : "where it stopped"));
    return execute(settings, identity, runId, RunOutcome.Kind.RESUMED, listener);
  }

  private RunOutcome execute(
      RunSettings settings,
      JobParameters identity,
      String runId,
      RunOutcome.Kind kind,
      ProgressListener listener) {
    RunFolder folder = RunFolder.of(out, runId);
    folder.dropSpill();
    RunContext context = new RunContext(settings, runId, folder, listener);
    Instant started = clock.instant();
    observer.attemptStarted(context, attempts(identity));
    try {
      boolean isPaused = attempt(context, identity);
      AttemptEnd.Outcome outcome =
          isPaused ? AttemptEnd.Outcome.PAUSED : AttemptEnd.Outcome.FINISHED;
      observer.attemptEnded(context, new AttemptEnd(outcome, started, clock.instant(), null));
      return new RunOutcome(runId, isPaused ? RunOutcome.Kind.PAUSED : kind);
    } catch (DesistException e) {
      DesistException told = afterwards(runId, e);
      observer.attemptEnded(
          context, new AttemptEnd(AttemptEnd.Outcome.FAILED, started, clock.instant(), told));
      throw told;
    }
  }

  /** What failed once readers saw the version failed no reader. */
  private DesistException afterwards(String runId, DesistException failure) {
    if (failure.code().type() != ErrorType.INFRASTRUCTURE
        || Versions.below(out).current().filter(runId::equals).isEmpty()) {
      return failure;
    }
    return new DesistException(
        ErrorCode.HISTORY_INCOMPLETE,
        "Published; history incomplete: the version %s is whole and readers see it, but its run could not be finished. %s The same run, or a resume of %s, completes its history."
            .formatted(runId, failure.getMessage(), runId),
        failure);
  }

  private List<RunRecord.Attempt> attempts(JobParameters identity) {
    JobInstance instance = repository.getJobInstance(database.job(), identity);
    return instance == null
        ? List.of()
        : RunHistory.attempts(RunHistory.executions(repository, instance));
  }

  /** One start of the job; true when it ended before the last stage, as it was asked. */
  private boolean attempt(RunContext context, JobParameters identity) {
    JobExecution execution;
    boolean isPausing;
    try (Stages stages = factory.open(context.settings())) {
      List<Stage> upTo = extent.of(stages.list());
      WholeStages.keep(context, stages.list());
      List<Stage> asked = UnchangedExtracts.watch(extracts, upTo);
      isPausing = asked.size() < stages.list().size();
      ReoffendingJob builder = new ReoffendingJob(database.job(), repository, observer, clock);
      Job job = isPausing ? builder.buildPausing(asked, context) : builder.build(asked, context);
      JobParameters all = RunParameters.all(identity, context.settings(), context.runId());
      execution = operator.start(job, all);
    } catch (DesistException e) {
      throw e;
    } catch (Exception e) {
      if (RepositoryFailure.isCauseOf(e)) {
        throw RepositoryFailure.of("finish the run " + context.runId(), database.place(), e);
      }
      throw new DesistException(
          ErrorCode.INTERNAL,
          "Cannot start the run %s: a fault of the software.".formatted(context.runId()),
          e);
    }
    if (execution.getStatus() != BatchStatus.COMPLETED && !Pause.endedIn(execution)) {
      throw failure(execution, context.runId());
    }
    return isPausing;
  }

  private DesistException failure(JobExecution execution, String runId) {
    for (Throwable thrown : execution.getAllFailureExceptions()) {
      if (thrown instanceof StageFailure stage) {
        return stage.failure();
      }
    }
    Throwable cause = execution.getAllFailureExceptions().stream().findFirst().orElse(null);
    return RepositoryFailure.of("finish the run " + runId, database.place(), cause);
  }
}
