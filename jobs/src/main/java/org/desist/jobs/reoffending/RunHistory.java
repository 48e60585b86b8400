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
import org.desist.error.ErrorType;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** The runs of an output folder, read from the job repository. */
public final class RunHistory {
  private final List<RunRecord> runs;
  private final Map<String, String> extracts;

  private RunHistory(List<RunRecord> runs, Map<String, String> extracts) {
    this.runs = List.copyOf(runs);
    this.extracts = Map.copyOf(extracts);
  }

  /** Reads a copy of the repository; no lock is needed and none is taken. */
  public static RunHistory read(Path out) {
    Optional<JobDatabase> copy = JobDatabase.copy(out);
    if (copy.isEmpty()) {
      return new RunHistory(List.of(), Map.of());
    }
    try (JobDatabase database = copy.get()) {
      return of(database.repository(), out, OutLock.isHeld(out));
    }
  }

  static RunHistory of(JobRepository repository, Path out) {
    return of(repository, out, false);
  }

  private static RunHistory of(JobRepository repository, Path out, boolean live) {
    List<RunRecord> runs = new ArrayList<>();
    Map<String, String> extracts = new TreeMap<>();
    for (JobInstance instance : repository.findJobInstances(ReoffendingJob.NAME)) {
      List<JobExecution> executions = executions(repository, instance);
      if (!executions.isEmpty()) {
        RunRecord run = run(executions, out, live);
        runs.add(run);
        extracts.put(
            run.id(),
            executions.get(0).getJobParameters().getString(RunParameters.EXTRACTS_FINGERPRINT));
      }
    }
    runs.sort(Comparator.comparing(RunRecord::id));
    return new RunHistory(runs, extracts);
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
    return runs.stream()
        .max(
            Comparator.comparing((RunRecord run) -> run.last().started())
                .thenComparing(RunRecord::id))
        .orElseThrow(
            () ->
                new DesistException(
                    ErrorCode.UNKNOWN_RUN,
                    "Cannot show a run: there is none yet. Start one with: desist run"));
  }

  /**
   * Tells the very files that a run read from others of the same date.
   *
   * @throws DesistException UNKNOWN_RUN when there is none
   */
  public String extractsFingerprint(String id) {
    return extracts.get(run(id).id());
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

  private static RunRecord run(List<JobExecution> executions, Path out, boolean live) {
    List<RunRecord.Attempt> attempts = new ArrayList<>();
    for (JobExecution execution : executions) {
      attempts.add(attempt(attempts.size() + 1, execution));
    }
    JobExecution last = executions.get(executions.size() - 1);
    return new RunRecord(
        last.getJobParameters().getString(RunParameters.RUN),
        RunParameters.settings(last.getJobParameters(), out),
        status(last, live),
        attempts);
  }

  private static RunStatus status(JobExecution execution, boolean live) {
    if (execution.getStatus() == BatchStatus.COMPLETED) {
      return RunStatus.FINISHED;
    }
    if (execution.isRunning() && live) {
      return RunStatus.RUNNING;
    }
    if (Pause.endedIn(execution)) {
      return RunStatus.PAUSED;
    }
    return error(execution)
        .map(code -> code.type() == ErrorType.DATA ? RunStatus.REFUSED : RunStatus.FAILED)
        .orElse(RunStatus.STOPPED);
  }

  private static RunRecord.Attempt attempt(int number, JobExecution execution) {
    Optional<ErrorCode> error = error(execution);
    LocalDateTime started =
        execution.getStartTime() == null ? execution.getCreateTime() : execution.getStartTime();
    boolean ended =
        execution.getStatus() == BatchStatus.COMPLETED
            || error.isPresent()
            || Pause.endedIn(execution);
    return new RunRecord.Attempt(
        number,
        started,
        ended ? took(started, execution.getEndTime()) : null,
        error.map(ErrorCode::name).orElse(null),
        error.isPresent() ? execution.getExitStatus().getExitDescription() : "",
        execution.getStepExecutions().stream()
            .sorted(Comparator.comparingLong(StepExecution::getId))
            .map(RunHistory::step)
            .toList());
  }

  private static RunRecord.Step step(StepExecution step) {
    String exit = step.getExitStatus().getExitCode();
    if (step.getStatus() == BatchStatus.COMPLETED) {
      boolean kept = exit.equals(ExitStatus.NOOP.getExitCode());
      return new RunRecord.Step(
          step.getStepName(), kept ? "kept" : "done", took(step.getStartTime(), step.getEndTime()));
    }
    if (exit.equals(ExitStatus.FAILED.getExitCode())) {
      return new RunRecord.Step(
          step.getStepName(), "failed", took(step.getStartTime(), step.getEndTime()));
    }
    return new RunRecord.Step(step.getStepName(), "stopped", null);
  }

  private static Duration took(LocalDateTime started, LocalDateTime ended) {
    return started == null || ended == null ? null : Duration.between(started, ended);
  }
}
