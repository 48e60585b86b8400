// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.desist.ProjectFolder;
import org.junit.jupiter.api.Test;

/** A link of a document names a file or folder of the project. */
class DocumentLinksTest {
  /** What is made, not written. */
  private static final Set<String> SKIPPED =
      Set.of("target", "var", ".git", "node_modules", ".fast", ".venv");

  /** Rendered into docs/marts, from where their links are followed. */
  private static final Path TEMPLATES =
      ProjectFolder.file("pipeline/core/src/test/resources/marts");

  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*|#.*");

  @Test
  void everyRelativeLinkIsThere() throws IOException {
    List<String> broken = new ArrayList<>();
    List<Path> documents = documents();
    for (Path document : documents) {
      String text = CODE.matcher(Files.readString(document)).replaceAll("");
      LINK.matcher(text)
          .results()
          .map(link -> link.group(1))
          .filter(link -> !ELSEWHERE.matcher(link).matches())
          .filter(link -> !Files.exists(document.resolveSibling(link.replaceAll("#.*", ""))))
          .forEach(link -> broken.add(ProjectFolder.root().relativize(document) + ": " + link));
    }
    assertThat(documents).contains(ProjectFolder.file("README.md"));
    assertThat(broken).as("links to nothing").isEmpty();
  }

  private static List<Path> documents() throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        ProjectFolder.root(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes as) {
            return SKIPPED.contains(folder.getFileName().toString()) || folder.equals(TEMPLATES)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes as) {
            if (file.toString().endsWith(".md")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }
}
