// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * Runs models in their order.
   *
   * @param folder where each table gets a folder of its own
   * @param done told the number of rows of each table once it is written
   * @return rows by table
   */
  public Map<String, Long> run(List<SqlModel> models, Path folder, ObjLongConsumer<SqlModel> done) {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (SqlModel model : models) {
      if (model.isView()) {
        engine.view(model.name(), model.select());
      } else {
        long count = engine.write(model.name(), model.select(), folder.resolve(model.name()));
        rows.put(model.name(), count);
        done.accept(model, count);
      }
    }
    return rows;
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
