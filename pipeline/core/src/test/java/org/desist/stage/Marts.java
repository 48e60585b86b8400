// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.desist.engine.Engine;
import org.desist.publish.VersionManifest;
import org.desist.run.RunContext;

/** What a run published. A mart is named by its folder, such as {@code restricted/attrition}. */
record Marts(RunContext context, Engine reader) {
  /** The rows of a mart by column name, in no order that means anything. */
  List<Map<String, Object>> rows(String mart) {
    mount(mart);
    return reader.rows("select * from mart");
  }

  /** Names and types of a mart's columns as its Parquet files have them, in their order. */
  List<String> columns(String mart) {
    mount(mart);
    return reader
        .rows("select column_name || ' ' || column_type as c from (describe mart)")
        .stream()
        .map(row -> (String) row.get("c"))
        .toList();
  }

  /** Names of a mart's columns, in their order. */
  List<String> columnNames(String mart) {
    return columns(mart).stream().map(column -> column.substring(0, column.indexOf(' '))).toList();
  }

  /** Makes marts readable under their names, published ones as {@code published_NAME}. */
  Engine open() {
    for (VersionManifest.Mart mart : manifest().marts()) {
      String name =
          mart.folder().startsWith("published/") ? "published_" + mart.name() : mart.name();
      reader.mount(name, version().resolve(mart.folder()));
    }
    return reader;
  }

  VersionManifest manifest() {
    return VersionManifest.read(version());
  }

  private void mount(String mart) {
    reader.mount("mart", version().resolve(mart));
  }

  private Path version() {
    return context.versions().folder(context.runId());
  }
}
