// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.desist.document.DocumentSources;

/** All files of the rule book, in order. */
final class SpecFiles {
  private static final Path FOLDER = DocumentSources.file("src/test/resources/spec");

  private static final int NEAREST = 5;

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

  /**
   * The cases whose title contains some words, in whatever case, with their files.
   *
   * @param words none or blank for all cases
   * @throws IllegalArgumentException naming the nearest titles when there is no such case
   */
  static List<SpecFile> named(List<SpecFile> files, String words) {
    if (words == null || words.isBlank()) {
      return files;
    }
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    List<SpecFile> named =
        files.stream()
            .map(
                file ->
                    file.with(
                        file.cases().stream()
                            .filter(c -> c.title().toLowerCase(Locale.ROOT).contains(wanted))
                            .toList()))
            .filter(file -> !file.cases().isEmpty())
            .toList();
    if (named.isEmpty()) {
      List<String> nearest =
          files.stream()
              .flatMap(file -> file.cases().stream())
              .map(SpecCase::title)
              .sorted(Comparator.comparingDouble(title -> -likeness(title, wanted)))
              .limit(NEAREST)
              .toList();
      throw new IllegalArgumentException(
          "No case of the rule book is named \"%s\". The nearest names:%n  %s"
              .formatted(words, String.join("%n  ".formatted(), nearest)));
    }
    return named;
  }

  /** The share of letter triples that two texts have in common. */
  private static double likeness(String left, String right) {
    Set<String> both = triples(left);
    Set<String> all = new HashSet<>(both);
    both.retainAll(triples(right));
    all.addAll(triples(right));
    return (double) both.size() / all.size();
  }

  private static Set<String> triples(String text) {
    String padded = "  " + text.toLowerCase(Locale.ROOT) + "  ";
    Set<String> triples = new HashSet<>();
    for (int i = 0; i + 3 <= padded.length(); i++) {
      triples.add(padded.substring(i, i + 3));
    }
    return triples;
  }
}
