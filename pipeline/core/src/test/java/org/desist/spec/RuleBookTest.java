// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.desist.ProjectFolder;
import org.junit.jupiter.api.Test;

/** The rule book in {@code docs/} is what the spec files say. */
class RuleBookTest {
  private static final Path BOOK = ProjectFolder.file("docs", "rules.md");

  private final List<SpecFile> files = SpecFiles.all();

  @Test
  void theBookIsRenderedFromTheSpecs() throws IOException {
    String book = RuleBook.render(files);
    if (Boolean.getBoolean("desist.render")) {
      Files.createDirectories(BOOK.getParent());
      Files.writeString(BOOK, book);
    }
    assertThat(BOOK)
        .as("docs/rules.md is stale. Render it again: %s", RuleBook.COMMAND)
        .hasContent(book);
  }

  @Test
  void everyHeadingHasAnAnchorOfItsOwn() {
    Stream<String> titles =
        files.stream()
            .flatMap(
                file ->
                    Stream.concat(
                        Stream.of(file.title()), file.cases().stream().map(SpecCase::title)));
    assertThat(titles.map(RuleBook::anchor)).doesNotHaveDuplicates();
  }
}
