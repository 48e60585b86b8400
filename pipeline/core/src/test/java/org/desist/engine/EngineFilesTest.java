// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A path is a name: never a pattern, a column or a setting. */
class EngineFilesTest {
  /** Names that mean more to DuckDB, Spark, Hadoop, H2 or a URL; all of them on this machine. */
  private static final List<String> NAMES =
      List.of(
          "region=J",
          "units[1]",
          "[!a]",
          "[^a]",
          "[",
          "]",
          "a*b",
          "**",
          "a?b",
          "a{b,c}",
          "semi;colon",
          "it's",
          "\"quoted\"",
          "per%20cent%",
          "h#sh",
          "pl+us",
          "ümläut",
          "back\\slash",
          "back\\slash[1]",
          " leading",
          "new\nline",
          "tab\tstop",
          "~",
          "$HOME",
          "col:on",
          "com,ma",
          "x.gz",
          "=;[]{}*?\\'\" %#+&~$!^:,");

  /** Each costs Spark a second. */
  private static final List<String> NAMES_FOR_SPARK =
      List.of(
          "region=J",
          "units[1]",
          "a*b",
          "a{b,c}",
          "back\\slash",
          "new\nline",
          "=;[]{}*?\\'\" %20#+&~$!^:,ü");

  @TempDir Path folder;

  @Test
  void duckDbReadsTheFileThatIsNamed() throws IOException {
    try (DuckDbEngine engine = DuckDbEngine.start(1, 200, folder.resolve("spill[1];?"))) {
      writesAndReads(engine, NAMES);
    }
  }

  @Test
  void sparkReadsTheFileThatIsNamed() throws IOException {
    try (SparkEngine engine = SparkEngine.start("local[1]", 1)) {
      writesAndReads(engine, NAMES_FOR_SPARK);
    }
  }

  private void writesAndReads(Engine engine, List<String> names) throws IOException {
    // What the names would read as patterns.
    for (String decoy : List.of("units1", "aXb", "b", "ab", "backXslash1")) {
      engine.write("decoy", "select 'wrong' as region", folder.resolve(decoy).resolve("t"));
    }
    for (String name : names) {
      Path table = folder.resolve(name).resolve("t");
      // Its own column wins over what a folder says.
      engine.write("written", "select 'right' as region, 1 as n", table);
      engine.mount("t", table);
      assertThat(engine.rows("select region, n from t"))
          .as(name)
          .containsExactly(Map.of("region", "right", "n", 1));
    }
  }

  @Test
  void aFileWithANameOfItsOwnIsReadWithItsRowNumbers() throws IOException {
    try (DuckDbEngine engine = DuckDbEngine.start(1, 200, folder.resolve("spill"))) {
      engine.write("t", "select 7 as n", folder.resolve("t"));
      Path file =
          Files.copy(folder.resolve("t/part-00000.parquet"), folder.resolve("u[1].parquet"));
      Files.write(folder.resolve("u1.parquet"), new byte[] {1});

      engine.mountNumbered("numbered", file);

      assertThat(engine.rows("select n, file_row_number from numbered"))
          .containsExactly(Map.of("n", 7, "file_row_number", 0L));
    }
  }

  @Test
  void aBackslashThatCannotBeToldFromABracketIsRefused() throws IOException {
    try (DuckDbEngine engine = DuckDbEngine.start(1, 200, folder.resolve("spill"))) {
      Path table = folder.resolve("a\\b?/t");
      Files.createDirectories(folder.resolve("a[b?"));

      assertThatThrownBy(() -> engine.write("t", "select 1 as n", table))
          .isInstanceOfSatisfying(
              DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_ARGUMENT))
          .hasMessageContaining("cannot tell its backslash from a bracket");
    }
  }

  @Test
  void aDatabaseIsOpenedByItsName() throws SQLException {
    Path file = folder.resolve("semi;colon's[1].duckdb");
    for (String statement :
        List.of(EngineFiles.attach(file, "d"), EngineFiles.attachToRead(file, "d"))) {
      try (var connection = EngineFiles.duckDb(new Properties());
          var open = connection.createStatement()) {
        open.execute(statement);
      }
    }
    assertThat(file).exists();
  }

  @Test
  void ofAFinishedTableOnlyListedFilesAreRead() throws IOException {
    Path table = Files.createDirectories(folder.resolve("stage/t"));
    for (String name : List.of("a.parquet", "b.parquet", ".c.parquet", "_d.parquet", "e.csv")) {
      Files.createFile(table.resolve(name));
    }
    Files.createDirectories(table.resolve("f.parquet"));
    assertThat(EngineFiles.of(table))
        .containsExactly(table.resolve("a.parquet"), table.resolve("b.parquet"));

    Files.writeString(
        folder.resolve("stage/MANIFEST.json"),
        "{\"files\": [{\"name\": \"t/b.parquet\"}, {\"name\": \"tt/a.parquet\"}]}");
    assertThat(EngineFiles.of(table)).containsExactly(table.resolve("b.parquet"));

    Path mart = Files.createDirectories(folder.resolve("version/published/m"));
    Files.createFile(mart.resolve("extra.parquet"));
    Files.writeString(
        folder.resolve("version/manifest.json"),
        "{\"files\": [{\"name\": \"published/m/part.parquet\"}]}");
    assertThat(EngineFiles.of(mart)).containsExactly(mart.resolve("part.parquet"));
    Files.writeString(folder.resolve("version/manifest.json"), "{}");
    assertThat(EngineFiles.of(mart)).containsExactly(mart.resolve("extra.parquet"));
  }
}
