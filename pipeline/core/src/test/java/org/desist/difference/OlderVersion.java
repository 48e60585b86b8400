// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.EngineFiles;
import org.desist.storage.ListedFiles;

/**
 * Makes a finished folder one of before a column was there: its tables lack it, its list agrees.
 */
public final class OlderVersion {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OlderVersion() {}

  /**
   * Takes a column out of a table.
   *
   * @param folder of a stage or a version, with its manifest
   * @param table below it, such as {@code restricted/cohort_member}
   */
  public static void without(String column, Path folder, String table) {
    rewrite("select * exclude (\"%s\") from written".formatted(column), folder, table);
  }

  /** Writes the rows of a select from {@code written} in the place of a table. */
  public static void rewrite(String select, Path folder, String table) {
    try (DuckDbEngine duckdb =
        DuckDbEngine.start(1, 500, Files.createTempDirectory("older-spill"))) {
      for (Path file : EngineFiles.of(folder.resolve(table))) {
        Path draft = Files.createTempDirectory("older");
        duckdb.view("written", "select * from " + EngineFiles.table(List.of(file)));
        duckdb.write("older", select, draft);
        Files.move(draft.resolve("part-00000.parquet"), file, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(draft);
      }
      list(folder, table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void list(Path folder, String table) throws IOException {
    Path stage = folder.resolve(ListedFiles.OF_STAGE);
    Path manifest = Files.exists(stage) ? stage : folder.resolve(ListedFiles.OF_VERSION);
    JsonNode content = JSON.readTree(Files.readString(manifest));
    for (JsonNode entry : content.path("files")) {
      String name = entry.path("name").asText();
      if (name.startsWith(table + "/")) {
        ListedFiles.Entry now = ListedFiles.entry(folder, folder.resolve(name));
        ((ObjectNode) entry).put("bytes", now.bytes()).put("sha256", now.sha256());
      }
    }
    Files.writeString(manifest, content.toString());
  }
}
