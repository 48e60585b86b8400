// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Types {@code desist match} in a folder of its own, on the sample or on units made by hand. */
abstract class MatchFixture {
  static final Path SAMPLE =
      SmallWorld.extracts().getParent().resolveSibling("match").resolve("units.csv");
  static final String COLUMNS =
      "--id unit --treatment took_part --covariates age,sex,previous_sanctions,need,area"
          + " --outcomes reoffended,reoffences";

  @TempDir Path folder;

  Terminal terminal;

  Path out;

  static final String BY = "--id unit --treatment treated --outcomes y --covariates ";

  @BeforeEach
  void open() {
    terminal = new Terminal(folder, Map.of());
    out = folder.resolve("out");
  }

  int match(Path units, String options) {
    List<String> words = new ArrayList<>(List.of("match", "--units", units.toString()));
    words.addAll(List.of(options.split(" ")));
    words.addAll(List.of("--to-folder", out.toString()));
    return terminal.type(words.toArray(String[]::new));
  }

  Path write(List<String> lines) throws IOException {
    return Files.write(folder.resolve("units.csv"), lines);
  }

  List<String> lines(String file) throws IOException {
    return Files.readAllLines(out.resolve(file));
  }

  Path people(String header, IntFunction<String> row) throws IOException {
    List<String> rows = new ArrayList<>(List.of("unit,treated," + header));
    for (int i = 0; i < 80; i++) {
      rows.add(String.format(Locale.ROOT, "U%03d,%d,%s", i, i % 4 == 0 ? 1 : 0, row.apply(i)));
    }
    return write(rows);
  }

  static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return contents;
  }
}
