// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.desist.contract.DataPackage;
import org.desist.contract.Resource;
import org.desist.model.ModelCatalog;
import org.desist.model.ModelStage;
import org.desist.model.SqlModel;

/** Which tables of a run's stages, {@code STAGE/TABLE}, models read: by themselves or by views. */
final class StageInputs {
  private final Map<String, SqlModel> views = new HashMap<>();
  private final Map<String, String> tables = new HashMap<>();

  StageInputs(ModelCatalog catalog, DataPackage contract) {
    ingest(contract).forEach((name, folder) -> tables.put(name, table(IngestStage.NAME, folder)));
    for (ModelStage stage : ModelStage.values()) {
      for (SqlModel model : catalog.of(stage)) {
        if (model.isView()) {
          views.put(model.name(), model);
        } else {
          tables.put(model.name(), table(stage.label(), model.name()));
        }
      }
    }
  }

  static String table(String stage, String name) {
    return stage + "/" + name;
  }

  /** The tables that ingest leaves, each with its folder. */
  static Map<String, String> ingest(DataPackage contract) {
    Map<String, String> folders = new LinkedHashMap<>();
    for (Resource resource : contract.resources()) {
      folders.put("raw_" + resource.name(), resource.name());
    }
    folders.put("field_fault", "_quarantine");
    folders.put("reader_warning", "_reader_warning");
    folders.put("part", "_part");
    folders.put("closed_row", CorrectedIngest.CLOSED);
    for (Resource table : DataPackage.reference().resources()) {
      folders.put("ref_" + table.name(), "ref_" + table.name());
    }
    return folders;
  }

  /** What models read; tables that are held in memory are in no stage. */
  Set<String> of(Collection<SqlModel> models) {
    Set<String> read = new TreeSet<>();
    models.forEach(model -> add(model, read));
    return read;
  }

  private void add(SqlModel model, Set<String> read) {
    for (String name : model.reads()) {
      if (tables.containsKey(name)) {
        read.add(tables.get(name));
      } else if (views.containsKey(name)) {
        add(views.get(name), read);
      }
    }
  }
}
