// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.desist.engine.DuckDbEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests that ask the reference tables by SQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReferenceQuestions {
  private DuckDbEngine duckdb;

  @BeforeAll
  void load(@TempDir Path folder) {
    duckdb = DuckDbEngine.start(1, 200, folder.resolve("spill"));
    ReferenceTables.write(folder).forEach(table -> duckdb.mount(table, folder.resolve(table)));
  }

  @AfterAll
  void close() {
    duckdb.close();
  }

  List<Map<String, Object>> rows(String select) {
    return duckdb.rows(select);
  }
}
