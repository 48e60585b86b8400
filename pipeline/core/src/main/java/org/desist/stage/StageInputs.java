// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.desist.contract.DataPackage;
import org.desist.contract.Resource;
import org.desist.correction.CorrectionLayer;
import org.desist.ingest.CorrectedRows;
import org.desist.model.ModelCatalog;
import org.desist.model.ModelStage;
import org.desist.model.SqlModel;

/** Which tables of a run's stages, {@code STAGE/TABLE}, models read: by themselves or by views. */
final class StageInputs {
  private final Map<String, SqlModel> views = new HashMap<>();
  private final Map<String, List<String>> tables = new HashMap<>();

  StageInputs(ModelCatalog catalog, DataPackage contract) {
    besideRows().forEach((name, folder) -> tables.put(name, List.of(ingest(folder))));
    tables.put("closed_row", List.of(ingest(CorrectionLayer.CLOSED)));
    for (Resource resource : contract.resources()) {
      String rows = resource.name();
      tables.put("raw_" + rows, List.of(ingest(rows), ingest(CorrectedRows.PREFIX + rows)));
    }
    for (ModelStage stage : ModelStage.values()) {
      for (SqlModel model : catalog.of(stage)) {
        if (model.isView()) {
          views.put(model.name(), model);
        } else {
          tables.put(model.name(), List.of(table(stage.label(), model.name())));
        }
      }
    }
  }

  private static String ingest(String folder) {
    return table(IngestStage.NAME, folder);
  }

  static String table(String stage, String name) {
    return stage + "/" + name;
  }

  /** The tables that ingest leaves beside the rows of the extracts, each with its folder. */
  static Map<String, String> besideRows() {
    Map<String, String> folders = new LinkedHashMap<>();
    folders.put("field_fault", "_quarantine");
    folders.put("row_warning", "_warning");
    folders.put("part", "_part");
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
        read.addAll(tables.get(name));
      } else if (views.containsKey(name)) {
        add(views.get(name), read);
      }
    }
  }
}
