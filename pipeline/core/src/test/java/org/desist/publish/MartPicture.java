// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.desist.ProjectFolder;
import org.desist.contract.DataPackage;
import org.desist.model.ModelCatalog;
import org.desist.model.SqlModel;

/**
 * The models behind a mart as a graph in Mermaid, back to the accepted rows of the extracts. A
 * graph of all of them cannot be read, so it shows those that pass something on: the tables that
 * another folder of models reads, and what the mart itself reads. The list below it names all.
 */
final class MartPicture {
  private static final String STORE = "store";

  private final Map<String, SqlModel> models = new LinkedHashMap<>();
  private final Map<String, Path> files = new TreeMap<>();

  private MartPicture() {}

  static MartPicture ofAll() {
    MartPicture picture = new MartPicture();
    ModelCatalog.load(DataPackage.extracts())
        .all()
        .forEach(model -> picture.models.put(model.name(), model));
    try (Stream<Path> walk = Files.walk(ProjectFolder.file("sql", "model"))) {
      walk.filter(file -> file.toString().endsWith(".sql"))
          .sorted()
          .forEach(file -> picture.files.put(name(file), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return picture;
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".sql", "");
  }

  /** The graph of a mart's models and the list of their files, as Markdown. */
  String of(MartContract.Mart mart) {
    String name = MartPages.bareName(mart);
    if (RequestMarts.NAMES.contains(name)) {
      return "From the answers to [comparison requests](../comparison.md), not by a model of a run.\n";
    }
    return models.values().stream()
        .filter(model -> model.mart().filter(of -> of.folder().equals(mart.path())).isPresent())
        .findFirst()
        .map(this::of)
        .orElse("By the [publication checks](../guards.md), not by a model.\n");
  }

  private String of(SqlModel end) {
    Set<String> all = new TreeSet<>();
    collect(end.name(), all);
    if (all.size() == 1) {
      return "By %s, from %s.\n"
          .formatted(
              link(end.name()),
              end.reads().stream()
                  .map(read -> models.containsKey(read) ? link(read) : "`" + read + "`")
                  .collect(Collectors.joining(", ")));
    }
    Set<String> shown = shown(end, all);
    Map<String, Set<String>> sources = new LinkedHashMap<>();
    inOrder(shown).forEach(name -> sources.put(name, sources(name, shown)));
    StringBuilder text = new StringBuilder();
    text.append(
        "An arrow leads from a table to what is made of it. Shown are the tables that one group of"
            + " models hands to another; the list below has all.\n\n");
    text.append("```mermaid\nflowchart LR\n");
    byFolder(shown)
        .forEach(
            (folder, names) -> {
              text.append("  subgraph stage_%s [\"%s\"]\n".formatted(folder, folder));
              names.forEach(name -> text.append("    ").append(name).append("\n"));
              text.append("  end\n");
            });
    sources.forEach(
        (name, from) ->
            from.stream()
                .filter(source -> isDirect(source, from, sources))
                .forEach(source -> text.append("  %s --> %s\n".formatted(source, name))));
    text.append("```\n\n| models | |\n| --- | --- |\n");
    byFolder(all)
        .forEach(
            (folder, names) ->
                text.append(
                    "| %s | %s |\n"
                        .formatted(
                            folder,
                            names.stream().map(this::link).collect(Collectors.joining(", ")))));
    return text.toString();
  }

  /** A model and all that it is made from, no further than the accepted rows. */
  private void collect(String name, Set<String> found) {
    if (models.containsKey(name) && found.add(name) && !folder(name).equals(STORE)) {
      models.get(name).reads().forEach(read -> collect(read, found));
    }
  }

  private Set<String> shown(SqlModel end, Set<String> all) {
    Set<String> shown = new TreeSet<>(Set.of(end.name()));
    for (String reader : all) {
      if (!folder(reader).equals(STORE)) {
        models.get(reader).reads().stream()
            .filter(all::contains)
            .filter(read -> reader.equals(end.name()) || !folder(read).equals(folder(reader)))
            .forEach(shown::add);
      }
    }
    return shown;
  }

  /** The tables of the graph that a model is made from, directly or by models not shown. */
  private Set<String> sources(String name, Set<String> shown) {
    Set<String> sources = new TreeSet<>();
    if (!folder(name).equals(STORE)) {
      for (String read : models.get(name).reads()) {
        if (shown.contains(read)) {
          sources.add(read);
        } else if (models.containsKey(read)) {
          sources.addAll(sources(read, shown));
        }
      }
    }
    return sources;
  }

  /** Whether no other source of the same table is made from this one already. */
  private static boolean isDirect(
      String source, Set<String> all, Map<String, Set<String>> sources) {
    return all.stream()
        .filter(other -> !other.equals(source))
        .noneMatch(other -> reaches(other, source, sources));
  }

  private static boolean reaches(String from, String to, Map<String, Set<String>> sources) {
    return sources.get(from).contains(to)
        || sources.get(from).stream().anyMatch(next -> reaches(next, to, sources));
  }

  private Map<String, Set<String>> byFolder(Set<String> names) {
    Map<String, Set<String>> folders = new LinkedHashMap<>();
    inOrder(names)
        .forEach(
            name -> folders.computeIfAbsent(folder(name), any -> new LinkedHashSet<>()).add(name));
    return folders;
  }

  private List<String> inOrder(Set<String> names) {
    return models.keySet().stream().filter(names::contains).toList();
  }

  /** The folder of a model, without the number that orders the folders. */
  private String folder(String name) {
    return file(name).getParent().getFileName().toString().replaceFirst("^[0-9]+_", "");
  }

  /** Models that are made for each table of the extracts come from one file. */
  private Path file(String name) {
    Path file = files.get(name);
    return file == null ? files.get(name.replaceFirst("_.*", "")) : file;
  }

  private String link(String name) {
    return "[%s](../../%s)".formatted(name, ProjectFolder.root().relativize(file(name)));
  }
}
