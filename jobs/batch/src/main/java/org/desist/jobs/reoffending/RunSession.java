// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
import org.desist.run.RunName;
import org.desist.run.RunObserver;
import org.desist.run.RunRecord;
import org.desist.run.RunSettings;
import org.desist.run.RunStatus;
import org.desist.run.Stage;
import org.desist.run.StageFactory;
import org.desist.run.Stages;
import org.desist.run.Versions;
import org.springframework.batch.core.BatchStatus;
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
  private final String until;
  private final StageFactory factory;
  private final Clock clock;
  private final Function<String, ProgressListener> progress;
  private final RunObserver observer;
  private UnchangedExtracts extracts;

  RunSession(
      JobDatabase database,
      Path out,
      String until,
      StageFactory factory,
      Clock clock,
      Function<String, ProgressListener> progress,
      RunObserver observer) {
    this.database = database;
    this.repository = database.repository();
    this.operator = database.operator();
    this.out = out;
    this.until = until;
    this.factory = factory;
    this.clock = clock;
    this.progress = progress;
    this.observer = observer;
    recover();
  }

  /**
   * Fails what a killed process left as running, so that it can be started again. The repository
   * cannot tell a dead run from a live one: only the holder of the lock may do this.
   */
  private void recover() {
    for (JobInstance instance : repository.findJobInstances(database.job())) {
      for (JobExecution execution : RunHistory.executions(repository, instance)) {
        if (execution.isRunning()
            || execution.getStepExecutions().stream()
                .anyMatch(step -> step.getStatus().isRunning())) {
          operator.recover(execution);
        }
      }
    }
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
      return goOn(settings, identity, again, last);
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
        return goOn(settings, identity, again, last);
      }
    }
    throw new DesistException(
        ErrorCode.BAD_ARGUMENT,
        "Cannot resume %s: the files in %s, their corrections, the method, its baselines or the contracts have changed since it started. Start a new run with: desist run"
            .formatted(runId, settings.input().extracts()));
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
    extracts = UnchangedExtracts.of(settings.input().extracts());
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
    String runId = nextName(settings.input().snapshot());
    ProgressListener listener = progress.apply(runId);
    listener.note("Run " + runId);
    JobParameters parameters = RunParameters.identity(settings, identity, again);
    return execute(settings, parameters, runId, RunOutcome.Kind.STARTED, listener);
  }

  /** The next free name, after everything the folders and the repository know. */
  private String nextName(LocalDate snapshot) {
    TreeSet<String> taken = new TreeSet<>(RunFolder.names(out));
    taken.addAll(Versions.below(out).names());
    RunHistory.of(database, out).runs().forEach(run -> taken.add(run.id()));
    String prefix = snapshot + "-";
    int last =
        taken.stream()
            .filter(name -> name.matches(prefix + "[0-9]{4,9}"))
            .mapToInt(name -> Integer.parseInt(name.substring(prefix.length())))
            .max()
            .orElse(0);
    return RunName.of(snapshot, last + 1);
  }

  private RunOutcome goOn(
      RunSettings settings, RunIdentity identity, long again, JobExecution last) {
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
    listener.note(
        "Run " + runId + (refused ? " begins again from the start" : " resumes where it stopped"));
    // Spring Batch restarts nothing that it left in doubt: the run goes on in a new instance.
    JobParameters parameters =
        RunParameters.identity(settings, identity, isInDoubt(last) ? again + 1 : again);
    return execute(settings, parameters, runId, RunOutcome.Kind.RESUMED, listener);
  }

  /** Whether an instance has a status that no commit stands for, as after one on a full disk. */
  private boolean isInDoubt(JobExecution last) {
    return RunHistory.executions(repository, last.getJobInstance()).stream()
        .anyMatch(
            execution ->
                execution.getStatus() == BatchStatus.UNKNOWN
                    || execution.getStepExecutions().stream()
                        .anyMatch(step -> step.getStatus() == BatchStatus.UNKNOWN));
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
    observer.attemptStarted(context, RunHistory.attempts(database, runId));
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

  /** One start of the job; true when it ended before the last stage, as it was asked. */
  private boolean attempt(RunContext context, JobParameters identity) {
    ReoffendingJob job = new ReoffendingJob(database, observer, clock);
    JobExecution execution;
    try (Stages stages = factory.open(context.settings())) {
      checkUntil(stages.list());
      keepWhole(context, stages.list());
      execution =
          operator.start(
              job.build(extracts.watched(stages.list()), context),
              RunParameters.all(identity, context.settings(), context.runId(), until));
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
    if (execution.getStatus() == BatchStatus.COMPLETED) {
      return false;
    }
    if (execution.getStatus() == BatchStatus.STOPPED) {
      return true;
    }
    Throwable cause = execution.getAllFailureExceptions().stream().findFirst().orElse(null);
    throw job.failure()
        .orElseGet(
            () ->
                RepositoryFailure.of("finish the run " + context.runId(), database.place(), cause));
  }

  private void checkUntil(List<Stage> stages) {
    if (until != null && stages.stream().noneMatch(stage -> stage.name().equals(until))) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot run until '%s': the stages are %s."
              .formatted(
                  until, stages.stream().map(Stage::name).collect(Collectors.joining(", "))));
    }
  }

  /**
   * Keeps of an earlier attempt only what is as it was written: a stage with a file that is gone or
   * cut off is done again, with all that came after it.
   */
  private static void keepWhole(RunContext context, List<Stage> stages) {
    boolean isKept = true;
    for (Stage stage : stages) {
      Optional<String> damage = context.folder().damage(stage.name());
      if (isKept && damage.isPresent()) {
        isKept = false;
        context
            .progress()
            .note(
                "%s is damaged (%s): it and what follows are done again"
                    .formatted(stage.name(), damage.get()));
      }
      if (!isKept) {
        context.folder().drop(stage.name());
      }
    }
  }
}
