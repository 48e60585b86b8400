// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.desist.ProjectFolder;
import org.desist.contract.ContractDocument;
import org.desist.contract.DataPackage;
import org.desist.lineage.LineageText;
import org.desist.publish.MartPages;
import org.desist.spec.RuleBook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every document that is rendered from something else says what that says. With {@code
 * -Ddesist.render=true} they are written instead, and files of their folders that nothing renders
 * are deleted. One more, {@code docs/chaos.md}, is a record of {@code ChaosTest}, which checks it.
 */
@Tag("spark")
class RenderedDocumentsTest {
  private static final List<Rendering> ALL =
      List.of(
          Rendering.file("docs/extracts.md", () -> ContractDocument.render(DataPackage.extracts())),
          new Rendering("docs/marts/", MartPages::render),
          new Rendering("docs/rules/", RuleBook::render),
          Rendering.file(
              DocumentSources.path("src/main/resources/lineage/columns.json"),
              LineageText::ofModels));

  /**
   * What is rendered together.
   *
   * @param place a file, or a folder when it ends in a slash, from the root
   * @param texts by name in the folder; of a file under the empty name
   */
  private record Rendering(String place, Supplier<Map<String, String>> texts) {
    static Rendering file(String place, Supplier<String> text) {
      return new Rendering(place, () -> Map.of("", text.get()));
    }

    Path target() {
      return ProjectFolder.file(place);
    }
  }

  @TestFactory
  Stream<DynamicTest> documentsAreUpToDate() {
    return ALL.stream()
        .map(rendering -> DynamicTest.dynamicTest(rendering.place(), () -> check(rendering)));
  }

  private static void check(Rendering rendering) throws IOException {
    Map<String, String> rendered = new TreeMap<>(rendering.texts().get());
    if (Boolean.getBoolean("desist.render")) {
      write(rendering, rendered);
    }
    assertThat(names(rendering))
        .as(
            "files of %s. Render them again: %s",
            rendering.place(), DocumentSources.renderCommand())
        .containsExactlyElementsOf(rendered.keySet());
    rendered.forEach(
        (name, text) ->
            assertThat(rendering.target().resolve(name))
                .as(
                    "%s%s is stale. Render it again: %s",
                    rendering.place(), name, DocumentSources.renderCommand())
                .hasContent(text));
  }

  private static void write(Rendering rendering, Map<String, String> rendered) throws IOException {
    if (rendering.place().endsWith("/")) {
      Files.createDirectories(rendering.target());
    }
    for (String name : names(rendering)) {
      if (!rendered.containsKey(name)) {
        Files.delete(rendering.target().resolve(name));
      }
    }
    for (Map.Entry<String, String> text : rendered.entrySet()) {
      Files.writeString(rendering.target().resolve(text.getKey()), text.getValue());
    }
  }

  private static List<String> names(Rendering rendering) throws IOException {
    if (!rendering.place().endsWith("/")) {
      return List.of("");
    }
    try (Stream<Path> files = Files.list(rendering.target())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
