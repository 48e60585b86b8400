// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjLongConsumer;
import org.desist.engine.Engine;

/**
 * Runs models on an engine: views are defined, tables are written, each to a folder of its name.
 */
public final class ModelRunner {
  private final Engine engine;

  public ModelRunner(Engine engine) {
    this.engine = engine;
  }

  /**
   * Runs models, each after those it reads; where the engine can, others beside it.
   *
   * @param models in an order in which they can be run
   * @param folder where each table gets a folder of its own
   * @param done told the number of rows of each table once it is written, one call at a time
   * @return rows by table, in the order of the models
   */
  public Map<String, Long> run(List<SqlModel> models, Path folder, ObjLongConsumer<SqlModel> done) {
    Map<String, Long> rows = new ConcurrentHashMap<>();
    ModelTasks tasks = new ModelTasks(engine.tablesAtOnce());
    for (SqlModel model : models) {
      tasks.add(model, () -> work(model, folder, rows, done));
    }
    tasks.run();
    Map<String, Long> ordered = new LinkedHashMap<>();
    for (SqlModel model : models) {
      if (!model.isView()) {
        ordered.put(model.name(), rows.get(model.name()));
      }
    }
    return ordered;
  }

  private void work(
      SqlModel model, Path folder, Map<String, Long> rows, ObjLongConsumer<SqlModel> done) {
    if (model.isView()) {
      engine.view(model.name(), model.select());
      return;
    }
    long count = engine.write(model.name(), model.select(), folder.resolve(model.name()));
    rows.put(model.name(), count);
    synchronized (rows) {
      done.accept(model, count);
    }
  }

  /** Makes models that an earlier process ran readable again. */
  public void recall(List<SqlModel> models, Path folder) {
    for (SqlModel model : models) {
      if (model.isView()) {
        engine.view(model.name(), model.select());
      } else {
        engine.mount(model.name(), folder.resolve(model.name()));
      }
    }
  }
}
