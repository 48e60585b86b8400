// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.repository.JobDatabase;
import org.desist.jobs.repository.JobsPlace;
import org.desist.run.RunRecord;
import org.desist.run.RunStatus;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The runs of an output folder, read from the job repository. */
public final class RunHistory {
  /** In the name of a step that is one part of another. */
  private static final String PARTITION = ":";

  private final List<RunRecord> runs;
  private final RunRecord latest;
  private final Map<String, String> extracts;

  private RunHistory(List<RunRecord> runs, RunRecord latest, Map<String, String> extracts) {
    this.runs = List.copyOf(runs);
    this.latest = latest;
    this.extracts = Map.copyOf(extracts);
  }

  /** Reads the repository of an output folder; no lock is needed and none is taken. */
  public static RunHistory read(JobsPlace place, Path out) {
    Optional<JobDatabase> opened = JobDatabase.read(place, out);
    if (opened.isEmpty()) {
      return new RunHistory(List.of(), null, Map.of());
    }
    try (JobDatabase database = opened.get()) {
      return of(database, out, database.isLocked() || RunLock.isHeld(place, out));
    } catch (DataAccessException | TransactionException e) {
      throw RepositoryFailure.of("read the history of " + out, place, e);
    }
  }

  static RunHistory of(JobDatabase database, Path out) {
    return of(database, out, false);
  }

  private static RunHistory of(JobDatabase database, Path out, boolean live) {
    List<RunRecord> runs = new ArrayList<>();
    Map<String, String> extracts = new TreeMap<>();
    RunRecord latest = null;
    long newest = -1;
    for (List<JobExecution> executions : byRun(database).values()) {
      RunRecord run = run(executions, out, live);
      runs.add(run);
      extracts.put(
          run.id(),
          executions.get(0).getJobParameters().getString(RunParameters.EXTRACTS_FINGERPRINT));
      // By number, not by time: a clock may have been put back.
      long number = executions.get(executions.size() - 1).getId();
      if (number > newest) {
        newest = number;
        latest = run;
      }
    }
    runs.sort(Comparator.comparing(RunRecord::id));
    return new RunHistory(runs, latest, extracts);
  }

  /** All runs, by name. */
  public List<RunRecord> runs() {
    return runs;
  }

  /**
   * The run of a name.
   *
   * @throws DesistException UNKNOWN_RUN when there is none
   */
  public RunRecord run(String id) {
    return runs.stream()
        .filter(run -> run.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new DesistException(
                    ErrorCode.UNKNOWN_RUN,
                    "Cannot find the run %s. List the runs there are with: desist runs"
                        .formatted(id)));
  }

  /**
   * The run that was started last.
   *
   * @throws DesistException UNKNOWN_RUN when there is none yet
   */
  public RunRecord latest() {
    if (latest == null) {
      throw new DesistException(
          ErrorCode.UNKNOWN_RUN,
          "Cannot show a run: there is none yet. Start one with: desist run");
    }
    return latest;
  }

  /**
   * Tells the very files that a run read from others of the same date.
   *
   * @throws DesistException UNKNOWN_RUN when there is none
   */
  public String extractsFingerprint(String id) {
    return extracts.get(run(id).id());
  }

  /** The executions of each run, first to last, whatever the instances they are of. */
  private static Map<String, List<JobExecution>> byRun(JobDatabase database) {
    JobRepository repository = database.repository();
    Map<String, List<JobExecution>> runs = new TreeMap<>();
    for (JobInstance instance : repository.findJobInstances(database.job())) {
      for (JobExecution execution : executions(repository, instance)) {
        runs.computeIfAbsent(
                execution.getJobParameters().getString(RunParameters.RUN), run -> new ArrayList<>())
            .add(execution);
      }
    }
    runs.values().forEach(all -> all.sort(Comparator.comparingLong(JobExecution::getId)));
    return runs;
  }

  /** The attempts at a run, first to last; none when it is new. */
  static List<RunRecord.Attempt> attempts(JobDatabase database, String run) {
    return attempts(byRun(database).getOrDefault(run, List.of()));
  }

  /** An instance's executions, first to last. */
  static List<JobExecution> executions(JobRepository repository, JobInstance instance) {
    return repository.getJobExecutions(instance).stream()
        .sorted(Comparator.comparingLong(JobExecution::getId))
        .toList();
  }

  /** The error an execution ended in; empty when it ended well or was killed. */
  static Optional<ErrorCode> error(JobExecution execution) {
    String code = execution.getExitStatus().getExitCode();
    for (ErrorCode known : ErrorCode.values()) {
      if (known.name().equals(code)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /** The attempts that executions, first to last, stand for. */
  private static List<RunRecord.Attempt> attempts(List<JobExecution> executions) {
    List<RunRecord.Attempt> attempts = new ArrayList<>();
    for (JobExecution execution : executions) {
      attempts.add(attempt(attempts.size() + 1, execution));
    }
    return attempts;
  }

  private static RunRecord run(List<JobExecution> executions, Path out, boolean live) {
    JobExecution last = executions.get(executions.size() - 1);
    return new RunRecord(
        last.getJobParameters().getString(RunParameters.RUN),
        RunParameters.settings(last.getJobParameters(), out),
        status(last, live),
        attempts(executions));
  }

  private static RunStatus status(JobExecution execution, boolean live) {
    if (execution.getStatus() == BatchStatus.COMPLETED) {
      return RunStatus.FINISHED;
    }
    if (execution.isRunning() && live) {
      return RunStatus.RUNNING;
    }
    if (execution.getStatus() == BatchStatus.STOPPED) {
      return RunStatus.PAUSED;
    }
    return error(execution).map(RunStatus::after).orElse(RunStatus.STOPPED);
  }

  private static RunRecord.Attempt attempt(int number, JobExecution execution) {
    Optional<ErrorCode> error = error(execution);
    LocalDateTime started =
        execution.getStartTime() == null ? execution.getCreateTime() : execution.getStartTime();
    boolean ended =
        execution.getStatus() == BatchStatus.COMPLETED
            || error.isPresent()
            || execution.getStatus() == BatchStatus.STOPPED;
    return new RunRecord.Attempt(
        number,
        started,
        ended ? took(started, execution.getEndTime()) : null,
        error.map(ErrorCode::name).orElse(null),
        error.isPresent() ? execution.getExitStatus().getExitDescription() : "",
        execution.getStepExecutions().stream()
            .filter(step -> !step.getStepName().contains(PARTITION))
            .sorted(Comparator.comparingLong(StepExecution::getId))
            .map(RunHistory::step)
            .toList());
  }

  private static RunRecord.Step step(StepExecution step) {
    String exit = step.getExitStatus().getExitCode();
    boolean isRefused = exit.equals(StageStep.REFUSED);
    if (step.getStatus() == BatchStatus.COMPLETED && !isRefused) {
      boolean kept = exit.equals(ExitStatus.NOOP.getExitCode());
      return new RunRecord.Step(
          step.getStepName(), kept ? "kept" : "done", took(step.getStartTime(), step.getEndTime()));
    }
    if (isRefused || exit.equals(ExitStatus.FAILED.getExitCode())) {
      return new RunRecord.Step(
          step.getStepName(), "failed", took(step.getStartTime(), step.getEndTime()));
    }
    return new RunRecord.Step(step.getStepName(), "stopped", null);
  }

  private static Duration took(LocalDateTime started, LocalDateTime ended) {
    return started == null || ended == null ? null : Duration.between(started, ended);
  }
}
