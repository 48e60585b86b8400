// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.desist.ProjectFolder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A module's README has a row for each of its packages, and for no other. */
class ModuleReadmeTest {
  private static final Pattern HEADER =
      Pattern.compile("\\| package \\(`(org\\.desist[a-z.]*)`\\)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|");

  @TestFactory
  Stream<DynamicTest> everyPackageIsNamed() {
    return ProjectFolder.ofModules("src/main/java").stream()
        .map(
            sources -> {
              Path module = sources.resolve("../../..").normalize();
              return DynamicTest.dynamicTest(
                  ProjectFolder.root().relativize(module).toString(), () -> check(module, sources));
            });
  }

  private static void check(Path module, Path sources) throws IOException {
    Path readme = module.resolve("README.md");
    assertThat(named(Files.readString(readme)))
        .as("packages in the table of %s", ProjectFolder.root().relativize(readme))
        .isEqualTo(packages(sources));
  }

  private static Set<String> named(String readme) {
    String above = HEADER.matcher(readme).results().findFirst().orElseThrow().group(1);
    String prefix = above.endsWith(".") ? above : above + ".";
    return ROW.matcher(readme.substring(readme.indexOf(above), end(readme, above)))
        .results()
        .map(row -> row.group(1))
        .map(name -> name.startsWith("org.") ? name : prefix + name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Where the table ends that the header begins: at the first empty line. */
  private static int end(String readme, String header) {
    return readme.indexOf("\n\n", readme.indexOf(header));
  }

  private static Set<String> packages(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
