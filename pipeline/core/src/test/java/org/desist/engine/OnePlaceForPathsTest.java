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

  private static final List<String> ALLOWED = List.of("EngineFiles.java");

  @Test
  void noOtherSourceNamesFilesToAnEngine() throws IOException {
    Path project = ProjectFolder.root();
    List<String> found = new ArrayList<>();
    List<Path> roots = new ArrayList<>(ProjectFolder.ofModules("src/main"));
    roots.add(ProjectFolder.file("sql"));
    for (Path root : roots) {
      try (Stream<Path> walk = Files.walk(root)) {
        for (Path file : walk.filter(OnePlaceForPathsTest::isSource).sorted().toList()) {
          look(project, file, found);
        }
      }
    }
    assertThat(found).as(REASON).isEmpty();
  }

  private static boolean isSource(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".java") || name.endsWith(".sql")) && !ALLOWED.contains(name);
  }

  private static void look(Path project, Path file, List<String> found) throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (FORBIDDEN.matcher(lines.get(i)).find()) {
        found.add(project.relativize(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
      }
    }
  }
}
