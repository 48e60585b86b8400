// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desist.contract.DataPackage;
import org.desist.engine.Engine;
import org.desist.engine.SmallTable.Column;
import org.desist.identity.PersonKeyFunction;
import org.desist.model.ModelCatalog;
import org.desist.model.ModelStage;
import org.desist.model.SqlModel;
import org.desist.oracle.Histories;

/** The models and the columns of every table that they read or make, as a run has them. */
public record ModelTables(List<SqlModel> models, Map<String, List<Column>> columns) {

  /** Takes a small run. */
  public static ModelTables load() {
    try (PipelineWorld pipeline = new PipelineWorld()) {
      Marts marts = pipeline.onDuckDb(Histories.crowd(1, 3), Histories.settings());
      try (Session session = new Session(marts.context().settings(), PipelineWorld.KEY)) {
        session.reach(ModelStage.DISCLOSE, marts.context());
        return load(session.engine(marts.context()));
      }
    }
  }

  private static ModelTables load(Engine engine) {
    ModelCatalog catalog = ModelCatalog.load(DataPackage.extracts());
    catalog.of(ModelStage.DISCLOSE).forEach(model -> engine.view(model.name(), model.select()));
    Map<String, List<Column>> columns = new TreeMap<>();
    for (SqlModel model : catalog.all()) {
      columns.put(model.name(), describe(engine, model.name()));
      model.reads().forEach(read -> columns.put(read, describe(engine, read)));
    }
    return new ModelTables(catalog.all(), columns);
  }

  private static List<Column> describe(Engine engine, String table) {
    return engine.rows("select column_name, column_type from (describe " + table + ")").stream()
        .map(row -> new Column((String) row.get("column_name"), (String) row.get("column_type")))
        .toList();
  }

  /** Names of a table's columns, in order. */
  List<String> names(String table) {
    return columns.get(table).stream().map(Column::name).toList();
  }

  /** Lets an engine call what every engine of a run can call. */
  static void prepare(Engine engine) {
    engine.register(new PersonKeyFunction(PipelineWorld.KEY));
  }
}
