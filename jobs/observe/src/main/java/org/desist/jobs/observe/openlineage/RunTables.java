// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.openlineage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.desist.contract.DataPackage;
import org.desist.lineage.ColumnLineage;
import org.desist.lineage.Descent;
import org.desist.model.ModelCatalog;
import org.desist.model.ModelStage;
import org.desist.model.SqlModel;
import org.desist.run.RunContext;

/**
 * The tables of a run: which stage writes them, where, and what they are called outside. The name
 * of a table is the same in every run; the folder of one run is its version's place.
 */
final class RunTables {
  private static final String INGEST = "ingest/";
  private static final Map<String, String> READER =
      Map.of("field_fault", "_quarantine", "row_warning", "_warning", "part", "_part");

  private final RunContext context;
  private final String namespace;
  private final ColumnLineage lineage;
  private final Map<String, ModelStage> stages = new LinkedHashMap<>();
  private final Map<String, SqlModel> models = new LinkedHashMap<>();
  private final Descent throughViews;

  /**
   * The tables of a run.
   *
   * @param namespace of what is no file, such as the method
   */
  RunTables(RunContext context, String namespace, ColumnLineage lineage) {
    this.context = context;
    this.namespace = namespace;
    this.lineage = lineage;
    ModelCatalog catalog = ModelCatalog.load(DataPackage.extracts());
    for (ModelStage stage : ModelStage.values()) {
      for (SqlModel model : catalog.of(stage)) {
        stages.put(model.name(), stage);
        models.put(model.name(), model);
      }
    }
    throughViews =
        new Descent(lineage, table -> models.containsKey(table) && !models.get(table).isView());
  }

  /** What the tables that a stage writes are made of, views between left out. */
  Descent throughViews() {
    return throughViews;
  }

  /** All models of a stage in their order; none of a stage that is not SQL. */
  List<SqlModel> models(String stage) {
    List<SqlModel> found = new ArrayList<>();
    stages.forEach(
        (table, own) -> {
          if (own.label().equals(stage)) {
            found.add(models.get(table));
          }
        });
    return found;
  }

  /** The tables that a SQL stage writes. */
  List<String> outputs(String stage) {
    return models(stage).stream().filter(m -> !m.isView()).map(SqlModel::name).toList();
  }

  /** The tables with files that a SQL stage reads and does not write, sorted. */
  Set<String> inputs(String stage) {
    Set<String> inputs = new TreeSet<>();
    outputs(stage).forEach(table -> inputs.addAll(throughViews.from(table)));
    inputs.removeAll(outputs(stage));
    inputs.removeIf(table -> place(table) == null);
    return inputs;
  }

  /** The models whose tables are marts, in order. */
  List<SqlModel> marts() {
    return models.values().stream().filter(model -> model.mart().isPresent()).toList();
  }

  ColumnLineage lineage() {
    return lineage;
  }

  /** A table's name outside. */
  DatasetName name(String table) {
    String place = place(table);
    return place == null
        ? new DatasetName(namespace, table)
        : DatasetName.of(context.settings().out().resolve(place));
  }

  /** The folder that this run's stage wrote a table to; null for what is no file. */
  Path folder(String table) {
    String place = place(table);
    return place == null ? null : context.folder().root().resolve(place);
  }

  /** {@code STAGE/FOLDER}. */
  private String place(String table) {
    if (stages.containsKey(table)) {
      return stages.get(table).label() + "/" + table;
    }
    if (table.startsWith("raw_")) {
      return INGEST + table.substring("raw_".length());
    }
    if (READER.containsKey(table)) {
      return INGEST + READER.get(table);
    }
    return table.startsWith("ref_") ? INGEST + table : null;
  }

  /** A mart's name outside. */
  DatasetName name(SqlModel.Mart mart) {
    return DatasetName.of(context.settings().out().resolve(path(mart)));
  }

  /** {@code AREA/MART}, its folder in a version. */
  static String path(SqlModel.Mart mart) {
    return (mart.isPublished() ? "published/" : "restricted/") + mart.name();
  }

  /** A table of the extracts outside: a folder named by the snapshot's date is left out. */
  DatasetName extract(String resource) {
    Path folder = context.settings().input().extracts().toAbsolutePath().normalize();
    Path last = folder.getFileName();
    boolean isDated =
        last != null && last.toString().equals(context.settings().input().snapshot().toString());
    return DatasetName.of((isDated ? folder.getParent() : folder).resolve(resource));
  }
}
