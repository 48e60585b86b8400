// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.desist.document.DocumentSources;

/**
 * A page for each mart, rendered from the contract of the marts, from what its models read, and
 * from the worked questions beside this module's tests.
 */
public final class MartPages {
  private static final Path SOURCES = DocumentSources.file("src/test/resources/marts");
  private static final String CONTRACT =
      DocumentSources.path("src/main/resources/contract/marts.datapackage.json");
  private static final Pattern QUESTION = Pattern.compile("### (.+)\n\n```sql\n([^`]+)\n```\n");

  private MartPages() {}

  /** A question of an analyst and the query that answers it. */
  record Question(String title, String sql) {}

  /** The pages by name, with their index. */
  public static Map<String, String> render() {
    MartPicture picture = MartPicture.ofAll();
    Map<String, String> pages = new TreeMap<>();
    marts().forEach((name, marts) -> pages.put(name + ".md", page(name, marts, picture)));
    pages.put("README.md", read("README.md").replace("{marts}", index()));
    return pages;
  }

  /** The marts by their name without the area, the published one first where both have it. */
  private static Map<String, List<MartContract.Mart>> marts() {
    Map<String, List<MartContract.Mart>> marts = new LinkedHashMap<>();
    for (MartContract.Mart mart : MartContract.read().resources()) {
      marts.computeIfAbsent(bareName(mart), name -> new ArrayList<>()).add(mart);
    }
    return marts;
  }

  static String bareName(MartContract.Mart mart) {
    return mart.path().replaceFirst(".*/", "");
  }

  private static boolean isPublished(MartContract.Mart mart) {
    return mart.path().startsWith("published/");
  }

  private static String index() {
    StringBuilder text =
        new StringBuilder("| mart | for whom | what it is |\n| --- | --- | --- |\n");
    marts()
        .forEach(
            (name, marts) ->
                text.append(
                    "| [`%s`](%s.md) | %s | %s |\n"
                        .formatted(
                            name,
                            name,
                            marts.stream()
                                .map(mart -> isPublished(mart) ? "published" : "restricted")
                                .collect(Collectors.joining(", ")),
                            // Links of the page itself would stand twice in one table.
                            marts.get(0).brief())));
    return text.toString().strip();
  }

  private static String page(String name, List<MartContract.Mart> marts, MartPicture picture) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(name).append("\n\n");
    text.append("<!-- Rendered from ").append(CONTRACT).append(",\n");
    text.append("     the headers in sql/ and ").append(source(name)).append(".\n");
    text.append("     Change it there, then run\n     ");
    text.append(DocumentSources.renderCommand()).append(" -->\n\n");
    for (MartContract.Mart mart : marts) {
      text.append("- **").append(mart.name()).append("**: ").append(mart.description());
      text.append(". One row per ").append(mart.grain()).append(".");
      text.append(
          isPublished(mart)
              ? " It has passed disclosure control and may be given to readers outside."
              : " It stays inside: no disclosure control has been applied.");
      if (!mart.schema().primaryKey().isEmpty()) {
        text.append(" Primary key: ").append(code(mart.schema().primaryKey())).append(".");
      }
      if (!mart.needs().isEmpty()) {
        text.append(" Without the extract ").append(code(mart.needs()).replace(", ", " or "));
        text.append(" it is empty.");
      }
      text.append("\n");
    }
    text.append(
        "\nWhat all marts have in common, statuses and how to open them: [the marts](README.md). ");
    text.append(
        "What the figures mean: [the method](../method.md). Words: [glossary](../glossary.md).\n");
    String source = read(name + ".md");
    int questions = source.indexOf("### ");
    if (questions > 0) {
      text.append("\n## What it counts\n\n").append(source, 0, questions);
    } else {
      text.append("\n");
    }
    text.append("## Worked questions\n\n").append(source.substring(questions));
    for (MartContract.Mart mart : marts) {
      text.append("\n## Columns").append(marts.size() > 1 ? " of " + mart.name() : "");
      text.append("\n\n| column | type | unit | may be empty | meaning | values |\n");
      text.append("| --- | --- | --- | --- | --- | --- |\n");
      mart.columns().forEach(column -> text.append(row(column)));
    }
    text.append("\n## How it is made\n\n").append(picture.of(marts.get(0)));
    return text.toString();
  }

  private static String row(MartContract.Column column) {
    return "| `%s` | %s | %s | %s | %s | %s |\n"
        .formatted(
            column.name(),
            column.sqlType(),
            column.unit() == null ? "" : column.unit(),
            column.constraints().required() ? "" : "yes",
            column.description().replace("|", "\\|"),
            code(column.constraints().allowed()));
  }

  private static String code(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  /** The worked questions of a mart. */
  static List<Question> questions(String name) {
    String text = read(name + ".md");
    List<Question> questions = new ArrayList<>();
    Matcher matcher = QUESTION.matcher(text);
    while (matcher.find()) {
      questions.add(new Question(matcher.group(1), matcher.group(2)));
    }
    if (questions.isEmpty() || questions.size() != text.split("```sql", -1).length - 1) {
      throw new IllegalStateException(
          source(name) + " has no questions, or some that are not '### Question?' and SQL");
    }
    return questions;
  }

  private static String source(String name) {
    return DocumentSources.path("src/test/resources/marts/" + name + ".md");
  }

  private static String read(String file) {
    try {
      return Files.readString(SOURCES.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "A mart has no worked questions: write " + SOURCES.resolve(file), e);
    }
  }
}
