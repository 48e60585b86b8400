// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Work on models, each begun when all it reads is done. After a failure nothing more is begun, and
 * what was begun is waited for: nothing writes any more once {@link #run} has thrown.
 */
final class ModelTasks {
  private final int atOnce;
  private final Map<SqlModel, Runnable> tasks = new LinkedHashMap<>();
  private volatile boolean isFailed;

  /**
   * No tasks yet.
   *
   * @param atOnce how many may be at work at the same time, at least 1
   */
  ModelTasks(int atOnce) {
    this.atOnce = atOnce;
  }

  /** Adds the work on a model, after that on those it reads. */
  void add(SqlModel model, Runnable work) {
    tasks.put(model, work);
  }

  /** Does all the work; throws the failure of the first model, in their order, that failed. */
  void run() {
    if (atOnce == 1) {
      tasks.values().forEach(Runnable::run);
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(atOnce);
    try {
      Map<String, CompletableFuture<Void>> ends = new LinkedHashMap<>();
      tasks.forEach((model, work) -> ends.put(model.name(), begin(model, work, ends, pool)));
      waitForAll(ends.values());
      ends.values().forEach(ModelTasks::check);
    } finally {
      pool.shutdown();
    }
  }

  private CompletableFuture<Void> begin(
      SqlModel model,
      Runnable work,
      Map<String, CompletableFuture<Void>> ends,
      ExecutorService pool) {
    List<CompletableFuture<Void>> before = new ArrayList<>();
    for (String read : model.reads()) {
      if (ends.containsKey(read)) {
        before.add(ends.get(read));
      }
    }
    return CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
        .thenRunAsync(() -> attempt(work), pool);
  }

  private void attempt(Runnable work) {
    if (isFailed) {
      throw new CancellationException("another model failed");
    }
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      isFailed = true;
      throw e;
    }
  }

  private static void waitForAll(Iterable<CompletableFuture<Void>> ends) {
    ends.forEach(end -> end.handle((result, failure) -> null).join());
  }

  /** A model that was not begun has no failure of its own to tell. */
  private static void check(CompletableFuture<Void> end) {
    try {
      end.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CancellationException) {
        return;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw e;
    }
  }
}
