// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.error.MachineTrouble;
import org.desist.jobs.repository.JobDatabase;
import org.desist.run.RunContext;
import org.desist.run.RunObserver;
import org.desist.run.Stage;
import org.desist.run.StageEnd;
import org.desist.run.StageRunner;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * A stage as a step: a tasklet, or a partition per part of a stage that has parts. The manifest in
 * the stage's folder decides what is complete, not the repository: a complete stage ends at once
 * with the exit status NOOP, a folder that was removed is made again, and a stage whose last commit
 * was lost is kept.
 */
final class StageStep {
  /** The exit status of a stage that has something against going on. */
  static final String REFUSED = "REFUSED";

  private static final String PART = "part";

  private final Stage stage;
  private final RunContext context;
  private final RunObserver observer;
  private final Clock clock;
  private final AtomicReference<DesistException> failure;
  private final Map<String, Stage.Part> parts = new LinkedHashMap<>();
  private final AtomicReference<Throwable> partFailure = new AtomicReference<>();
  private Instant started;
  private boolean isKept;

  /**
   * Of one attempt.
   *
   * @param failure gets what the attempt ended in
   */
  StageStep(
      Stage stage,
      RunContext context,
      RunObserver observer,
      Clock clock,
      AtomicReference<DesistException> failure) {
    this.stage = stage;
    this.context = context;
    this.observer = observer;
    this.clock = clock;
    this.failure = failure;
  }

  Step build(JobDatabase database) {
    JobRepository repository = database.repository();
    if (stage instanceof Stage.Parted parted) {
      return partitioned(parted, database);
    }
    return new StepBuilder(stage.name(), repository)
        // Without a transaction: a stage may take hours, and what it leaves are files.
        .tasklet(
            (contribution, chunk) -> {
              start();
              contribution.setExitStatus(
                  end(() -> StageRunner.run(stage, context) == StageRunner.Result.DONE));
              return RepeatStatus.FINISHED;
            })
        .allowStartIfComplete(true)
        .build();
  }

  private Step partitioned(Stage.Parted parted, JobDatabase database) {
    JobRepository repository = database.repository();
    SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(stage.name() + "-");
    Step worker =
        new StepBuilder(stage.name(), repository)
            .tasklet(
                (contribution, chunk) -> {
                  ExecutionContext given =
                      chunk.getStepContext().getStepExecution().getExecutionContext();
                  contribution.setExitStatus(work(parts.get(given.getString(PART))));
                  return RepeatStatus.FINISHED;
                })
            .allowStartIfComplete(true)
            .build();
    SimpleStepExecutionSplitter splitter =
        new SimpleStepExecutionSplitter(
            repository,
            stage.name(),
            size -> {
              plan(parted, executor);
              return partitions();
            });
    splitter.setAllowStartIfComplete(true);
    return new StepBuilder(stage.name(), repository)
        .partitioner(worker)
        .splitter(new InOrder(splitter))
        .taskExecutor(executor)
        .aggregator((manager, executions) -> manager.setExitStatus(gather(executions, database)))
        .allowStartIfComplete(true)
        .build();
  }

  /** Splits in the order of planning, so that what takes longest is begun first. */
  private record InOrder(StepExecutionSplitter splitter) implements StepExecutionSplitter {
    @Override
    public String getStepName() {
      return splitter.getStepName();
    }

    @Override
    public Set<StepExecution> split(StepExecution manager, int size) throws JobExecutionException {
      return splitter.split(manager, size).stream()
          .sorted(Comparator.comparingLong(StepExecution::getId))
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }

  private void plan(Stage.Parted parted, SimpleAsyncTaskExecutor executor) {
    start();
    try {
      isKept = !StageRunner.begin(stage, context);
      if (!isKept) {
        parted.parts(context).forEach(part -> parts.put(part.name(), part));
        executor.setConcurrencyLimit(parted.partsAtOnce(context));
      }
    } catch (Exception | Error e) {
      throw fail(e);
    }
  }

  private Map<String, ExecutionContext> partitions() {
    Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
    parts.keySet().forEach(name -> partitions.put(name, new ExecutionContext(Map.of(PART, name))));
    return partitions;
  }

  private ExitStatus work(Stage.Part part) {
    try {
      return part.work(context) ? ExitStatus.COMPLETED : ExitStatus.NOOP;
    } catch (Exception | Error e) {
      partFailure.compareAndSet(null, e);
      throw new StageFailure(explain(e));
    }
  }

  private ExitStatus gather(Collection<StepExecution> executions, JobDatabase database) {
    if (partFailure.get() != null) {
      throw fail(partFailure.get());
    }
    for (StepExecution execution : executions) {
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw fail(
            RepositoryFailure.of(
                "finish the run " + context.runId(),
                database.place(),
                execution.getFailureExceptions().stream().findFirst().orElse(null)));
      }
    }
    return end(
        () -> {
          if (!isKept) {
            StageRunner.finish(stage, context);
          }
          return !isKept;
        });
  }

  private void start() {
    started = clock.instant();
    observer.stageStarted(context, stage.name());
  }

  private ExitStatus end(Callable<Boolean> work) {
    try {
      boolean isDone = work.call();
      Optional<DesistException> refusal = stage.refusal(context);
      if (refusal.isPresent()) {
        failure.set(refusal.get());
        tell(StageEnd.Outcome.FAILED, refusal.get());
        return new ExitStatus(REFUSED);
      }
      if (!isDone) {
        context.progress().note(stage.name() + " was complete already and is kept");
      }
      tell(isDone ? StageEnd.Outcome.DONE : StageEnd.Outcome.KEPT, null);
      return isDone ? ExitStatus.COMPLETED : ExitStatus.NOOP;
    } catch (Exception | Error e) {
      throw fail(e);
    }
  }

  private StageFailure fail(Throwable thrown) {
    DesistException explained = explain(thrown);
    failure.set(explained);
    tell(StageEnd.Outcome.FAILED, explained);
    return new StageFailure(explained);
  }

  private void tell(StageEnd.Outcome outcome, DesistException failed) {
    observer.stageEnded(
        context, new StageEnd(stage.name(), outcome, started, clock.instant(), failed));
  }

  private DesistException explain(Throwable thrown) {
    if (thrown instanceof DesistException known) {
      return known;
    }
    return MachineTrouble.in(thrown, "finish the stage " + stage.name(), "resume the run")
        .orElseGet(
            () ->
                new DesistException(
                    ErrorCode.INTERNAL,
                    "Cannot finish the stage %s: a fault of the software (%s)."
                        .formatted(stage.name(), thrown.getClass().getSimpleName()),
                    thrown));
  }

  /**
   * Fails a step. The job repository keeps the text of whatever a step throws, and a library's
   * message may hold a value from a row; so a step throws only this, with neither cause nor trace.
   */
  private static final class StageFailure extends RuntimeException {
    private StageFailure(DesistException failure) {
      super(failure.code() + ": " + failure.getMessage(), null, false, false);
    }
  }
}
