// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All files of the rule book, in order. */
final class SpecFiles {
  /** The folder of the module, whatever folder the tests are started in. */
  static final Path MODULE = Path.of(System.getProperty("basedir", "."));

  private static final Path FOLDER = MODULE.resolve("src/test/resources/spec");

  private SpecFiles() {}

  static List<SpecFile> all() {
    List<SpecFile> files = new ArrayList<>();
    int number = 1;
    try (Stream<Path> paths = Files.list(FOLDER)) {
      for (Path path : paths.sorted().toList()) {
        String name = path.getFileName().toString().replaceFirst("[.]md$", "");
        SpecFile file = SpecParser.parse(name, Files.readString(path), number);
        number += file.cases().size();
        files.add(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
