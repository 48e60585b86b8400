// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongBiFunction;
import org.desist.engine.Engine;
import org.desist.run.RunFolder;
import org.desist.run.StagePieces;

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
    return run(models, folder, done, this::write);
  }

  /**
   * The same for the models of a stage of a run: a table that an earlier attempt finished is made
   * readable as it is.
   */
  public Map<String, Long> run(
      List<SqlModel> models, RunFolder run, String stage, ObjLongConsumer<SqlModel> done) {
    StagePieces pieces = run.pieces(stage);
    return run(
        models,
        run.stage(stage),
        done,
        (model, table) -> {
          Optional<Long> rows = pieces.result(model.name(), Long.class);
          if (rows.isPresent()) {
            engine.mount(model.name(), table);
            return rows.get();
          }
          long count = write(model, table);
          pieces.keep(model.name(), count, List.of(table));
          return count;
        });
  }

  private long write(SqlModel model, Path table) {
    return engine.write(model.name(), model.select(), table);
  }

  private Map<String, Long> run(
      List<SqlModel> models,
      Path folder,
      ObjLongConsumer<SqlModel> done,
      ToLongBiFunction<SqlModel, Path> table) {
    Map<String, Long> rows = new ConcurrentHashMap<>();
    ModelTasks tasks = new ModelTasks(engine.tablesAtOnce());
    for (SqlModel model : models) {
      tasks.add(
          model,
          () -> {
            if (model.isView()) {
              engine.view(model.name(), model.select());
              return;
            }
            long count = table.applyAsLong(model, folder.resolve(model.name()));
            rows.put(model.name(), count);
            synchronized (rows) {
              done.accept(model, count);
            }
          });
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
