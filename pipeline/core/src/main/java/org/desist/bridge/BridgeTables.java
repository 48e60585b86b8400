// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.contract.DataPackage;
import org.desist.contract.Resource;
import org.desist.engine.Engine;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Makes what two runs left readable in one engine: {@code earlier_NAME}, {@code later_NAME}, and
 * {@code NAME} with the rows of both and a column {@code version}.
 */
final class BridgeTables {
  private static final Map<String, List<String>> TABLES = tables();
  private static final List<String> MARTS =
      List.of("cohort_member", "reoffending_rate", "quarantine");
  private static final String BOTH = Resources.text("sql/query/bridge/both.sql");
  private static final String DIFFERENCE =
      Resources.text("sql/query/bridge/reference_difference.sql");

  private final Engine engine;

  BridgeTables(Engine engine) {
    this.engine = engine;
  }

  private static Map<String, List<String>> tables() {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    tables.put(
        "store",
        List.of(
            "pnc_person",
            "pnc_event",
            "pnc_offence",
            "pnc_disposal",
            "prison_release",
            "probation_case"));
    tables.put("link", List.of("person", "record_link"));
    tables.put("cohort", List.of("index_event"));
    tables.put("measure", List.of("index_reoffence", "attribution"));
    return tables;
  }

  /**
   * Mounts everything.
   *
   * @throws DesistException RUN_PRUNED when a run's stages are no longer there
   */
  void mount(Side earlier, Side later) {
    mount("earlier", earlier);
    mount("later", later);
    TABLES.values().forEach(names -> names.forEach(this::unite));
    MARTS.forEach(this::unite);
  }

  private void mount(String side, Side from) {
    TABLES.forEach(
        (stage, names) -> {
          if (!from.folder().isComplete(stage)) {
            throw pruned(from, from.folder().stage(stage));
          }
          names.forEach(
              name -> engine.mount(side + "_" + name, from.folder().stage(stage).resolve(name)));
        });
    for (String mart : MARTS) {
      Path folder = from.version().resolve("restricted").resolve(mart);
      if (!Files.isDirectory(folder)) {
        throw pruned(from, folder);
      }
      engine.mount(side + "_" + mart, folder);
    }
  }

  private static DesistException pruned(Side side, Path missing) {
    return new DesistException(
        ErrorCode.RUN_PRUNED,
        "Cannot tell why figures of %s moved: %s has been removed, and causes are told person by person. Run on the same snapshot again with: desist run ... --again, and bridge to that run."
            .formatted(side.runId(), missing));
  }

  private void unite(String table) {
    engine.view(table, BOTH.replace("{table}", table));
  }

  /** Whether the two runs read the same reference lists. */
  boolean hasSameReference(Side earlier, Side later) {
    for (Resource resource : DataPackage.reference().resources()) {
      String table = "ref_" + resource.name();
      for (Map.Entry<String, Side> side : Map.of("earlier", earlier, "later", later).entrySet()) {
        Path folder = side.getValue().folder().stage("ingest").resolve(table);
        if (!Files.isDirectory(folder)) {
          throw pruned(side.getValue(), folder);
        }
        engine.mount(side.getKey() + "_" + table, folder);
      }
      long rows = number(engine.rows(DIFFERENCE.replace("{table}", table)).get(0), "n");
      if (rows > 0) {
        return false;
      }
    }
    return true;
  }

  static long number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).longValue();
  }
}
