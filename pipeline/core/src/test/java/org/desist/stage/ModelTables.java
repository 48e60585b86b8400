// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.desist.contract.DataPackage;
import org.desist.engine.Engine;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.identity.PersonKeyFunction;
import org.desist.model.GivenTable;
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
    for (GivenTable given : GivenTable.values()) {
      engine.hold(given.of(List.of()));
    }
    for (ModelStage stage :
        List.of(
            ModelStage.PARTICIPANT,
            ModelStage.CANDIDATE,
            ModelStage.COMPARISON,
            ModelStage.OUTCOME)) {
      catalog.of(stage).forEach(model -> engine.view(model.name(), model.select()));
    }
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

  /**
   * Gives an engine a table as the models know it.
   *
   * @param rows cells as text by column; a column that is left out, and an empty cell, is missing
   * @throws IllegalArgumentException when a row has a column that the table has not
   */
  public void give(Engine engine, String table, List<Map<String, String>> rows) {
    List<Column> typed =
        columns.get(table).stream().map(c -> new Column(c.name(), type(c.type()))).toList();
    List<List<Object>> values = rows.stream().map(row -> values(table, typed, row)).toList();
    // A view can take the place of what a model of that name made before.
    engine.hold(new SmallTable("given_" + table, typed, values));
    engine.view(table, "select * from given_" + table);
  }

  private List<Object> values(String table, List<Column> typed, Map<String, String> row) {
    if (!names(table).containsAll(row.keySet())) {
      throw new IllegalArgumentException(
          "%s are not all among the columns of %s: %s"
              .formatted(row.keySet(), table, names(table)));
    }
    List<Object> values = new ArrayList<>();
    typed.forEach(c -> values.add(value(c.type(), row.getOrDefault(c.name(), ""))));
    return values;
  }

  private static Object value(String type, String cell) {
    if (cell.isEmpty()) {
      return null;
    }
    return switch (type) {
      case "int" -> Integer.valueOf(cell);
      case "bigint" -> Long.valueOf(cell);
      case "double" -> Double.valueOf(cell);
      case "boolean" -> Boolean.valueOf(cell);
      case "date" -> LocalDate.parse(cell);
      case SmallTable.MONEY -> new BigDecimal(cell);
      default -> cell.replace("`", "");
    };
  }

  /** The name that models and small tables have for a type that DuckDB describes. */
  private static String type(String described) {
    return switch (described) {
      case "VARCHAR" -> "string";
      case "INTEGER" -> "int";
      default -> described.toLowerCase(Locale.ROOT);
    };
  }

  /** Names of a table's columns, in order. */
  List<String> names(String table) {
    return columns.get(table).stream().map(Column::name).toList();
  }

  /** Lets an engine call what every engine of a run can call. */
  public static void prepare(Engine engine) {
    engine.register(new PersonKeyFunction(PipelineWorld.KEY));
  }
}
