// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.desist.ProjectFolder;
import org.junit.jupiter.api.Test;

/** What names a file to an engine stands in one class. */
class OnePlaceForPathsTest {
  private static final String REASON =
      "A path pasted into a statement or an address of an engine is a pattern, a column or a setting"
          + " as soon as a folder has brackets, = or ; in its name: figures of other people were read"
          + " so. Name files by EngineFiles (or mount a table), which alone knows how.";

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "read_parquet|parquet_scan|parquet_metadata|parquet_file_metadata|parquet_schema"
              + "|read_csv|read_json|read_text|read_blob|\\bglob\\("
              + "|\\.(parquet|csv|json|orc|text|load)\\(Locations"
              + "|\\.parquet\\("
              + "|jdbc:duckdb|jdbc:h2:(file|\\.|/|~)"
              + "|\\bcopy \\(|\\) to '|\\battach '|\"attach "
              + "|getPathMatcher\\(\\s*\"|\\*\\.parquet");

  private static final String ONE_ROOM =
      "What opens DuckDB by itself brings memory and threads of its own, which nobody adds up. Open it"
          + " by EngineRoom, for one of its purposes.";

  private static final Pattern OPENING =
      Pattern.compile("DriverManager|DuckDbEngine\\.start|new LocalTables|EngineFiles\\.duckDb");

  @Test
  void noOtherSourceNamesFilesToAnEngine() throws IOException {
    assertThat(found(FORBIDDEN, List.of("EngineFiles.java"))).as(REASON).isEmpty();
  }

  @Test
  void noOtherSourceOpensDuckDb() throws IOException {
    assertThat(found(OPENING, List.of("EngineRoom.java", "EngineFiles.java", "DuckDbEngine.java")))
        .as(ONE_ROOM)
        .isEmpty();
  }

  private static List<String> found(Pattern forbidden, List<String> allowed) throws IOException {
    Path project = ProjectFolder.root();
    List<String> found = new ArrayList<>();
    List<Path> roots = new ArrayList<>(ProjectFolder.ofModules("src/main"));
    roots.add(ProjectFolder.file("sql"));
    for (Path root : roots) {
      try (Stream<Path> walk = Files.walk(root)) {
        for (Path file : walk.filter(path -> isSource(path, allowed)).sorted().toList()) {
          look(project, file, forbidden, found);
        }
      }
    }
    return found;
  }

  private static boolean isSource(Path file, List<String> allowed) {
    String name = file.getFileName().toString();
    return (name.endsWith(".java") || name.endsWith(".sql")) && !allowed.contains(name);
  }

  private static void look(Path project, Path file, Pattern forbidden, List<String> found)
      throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (forbidden.matcher(lines.get(i)).find()) {
        found.add(project.relativize(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
      }
    }
  }
}
