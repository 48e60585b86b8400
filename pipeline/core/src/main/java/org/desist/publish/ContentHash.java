// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.desist.engine.DuckDbEngine;
import org.desist.run.Fingerprint;
import org.desist.storage.LocalCopy;

/**
 * What a mart says, whatever the order of its rows, its files or the engine that wrote them:
 * SHA-256 over names and types of the columns, the number of rows and the sum over rows of each
 * half of the MD5 of the row's values as text. Always worked out by DuckDB, for both engines.
 */
final class ContentHash {
  private final DuckDbEngine duckdb;

  ContentHash(DuckDbEngine duckdb) {
    this.duckdb = duckdb;
  }

  /** Rows and hash of the Parquet files of a folder, wherever it lies. */
  Content of(Path folder) {
    try (LocalCopy local = LocalCopy.of(folder)) {
      duckdb.mount("hashed", local.path());
      return content();
    }
  }

  private Content content() {
    List<Map<String, Object>> columns =
        duckdb.rows("select column_name, column_type from (describe hashed)");
    String values =
        columns.stream()
            // A null is a character that no value has.
            .map(c -> "coalesce(cast(\"" + c.get("column_name") + "\" as varchar), chr(30))")
            .collect(Collectors.joining(", "));
    Map<String, Object> sums =
        duckdb
            .rows(
                """
                select count(*) as n, cast(sum(cast(h >> 64 as ubigint)) as varchar) as upper,
                    cast(sum(cast(h & 18446744073709551615 as ubigint)) as varchar) as lower
                from (select md5_number(concat_ws(chr(31), %s)) as h from hashed)
                """
                    .formatted(values))
            .get(0);
    long rows = ((Number) sums.get("n")).longValue();
    return new Content(
        rows,
        Fingerprint.ofText(
            columns + "\n" + rows + "\n" + sums.get("upper") + "\n" + sums.get("lower")));
  }

  /** How many rows, and the hash. */
  record Content(long rows, String hash) {}
}
