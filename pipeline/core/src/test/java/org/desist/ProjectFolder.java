// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own files, from whichever module a test runs in. */
public final class ProjectFolder {
  private static final Path ROOT = find(Path.of("").toAbsolutePath());

  private ProjectFolder() {}

  private static Path find(Path folder) {
    return Files.exists(folder.resolve("mvnw")) ? folder : find(folder.getParent());
  }

  /** The folder that holds {@code mvnw}. */
  public static Path root() {
    return ROOT;
  }

  /** A file or folder of the project, such as {@code docs/method.md}. */
  public static Path file(String first, String... more) {
    return ROOT.resolve(Path.of(first, more));
  }

  /** What may lie beside the project. */
  public static Path beside(String first, String... more) {
    return ROOT.resolveSibling(Path.of(first, more));
  }

  /** The folders of a kind in all modules, such as {@code src/main/java}. */
  public static List<Path> ofModules(String kind) {
    try (Stream<Path> found =
        Files.find(ROOT, 2, (path, as) -> Files.isDirectory(path.resolve(kind)))) {
      return found.map(path -> path.resolve(kind)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
