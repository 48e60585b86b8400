// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.lineage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.classic.Dataset;
import org.desist.engine.SparkEngine;
import org.desist.model.SqlModel;
import org.desist.stage.ModelTables;

/** Works out what every column of every model is made of, on empty tables with their columns. */
final class ModelLineage {
  private ModelLineage() {}

  static ColumnLineage of(ModelTables tables) {
    try (SparkEngine engine = SparkEngine.start("local[1]", 1)) {
      ModelTables.prepare(engine);
      tables.columns().keySet().forEach(table -> tables.give(engine, table, List.of()));
      Map<String, TableLineage> lineage = new TreeMap<>();
      for (SqlModel model : tables.models()) {
        lineage.put(model.name(), of(model.select()));
      }
      return new ColumnLineage(lineage);
    }
  }

  private static TableLineage of(String select) {
    Dataset<?> bound = (Dataset<?>) SparkSession.active().sql(select);
    return PlanLineage.of(bound.queryExecution().analyzed());
  }
}
