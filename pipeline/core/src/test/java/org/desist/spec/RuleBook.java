// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.desist.document.DocumentSources;

/** The rule book as Markdown: a page per spec file, and an index of all cases. */
public final class RuleBook {
  private RuleBook() {}

  /** The pages by name. */
  public static Map<String, String> render() {
    return render(SpecFiles.all());
  }

  static Map<String, String> render(List<SpecFile> files) {
    Map<String, String> pages = new TreeMap<>();
    for (SpecFile file : files) {
      if (!file.cases().isEmpty()) {
        pages.put(file.name() + ".md", page(file));
      }
    }
    pages.put("README.md", index(files));
    return pages;
  }

  private static String index(List<SpecFile> files) {
    List<String> lines = new ArrayList<>(List.of("# The rule book", ""));
    lines.addAll(origin(DocumentSources.path("src/test/resources/spec")));
    lines.add(
        files.stream().mapToInt(file -> file.cases().size()).sum()
            + " cases, each run on DuckDB and on Spark with every build. To run those whose name contains some words:");
    lines.addAll(
        List.of("", "```", DocumentSources.ruleCommand("being sent to custody"), "```", ""));
    lines.add("With `RulesOnSparkTest` they run on Spark.");
    for (SpecFile file : files) {
      if (file.cases().isEmpty()) {
        lines.add("");
        lines.addAll(body(file.source().lines().toList(), "#"));
      }
    }
    lines.addAll(List.of("", "## The cases", ""));
    for (SpecFile file : files) {
      if (!file.cases().isEmpty()) {
        String page = file.name() + ".md";
        lines.add("- [" + file.title() + "](" + page + ")");
        for (SpecCase specCase : file.cases()) {
          lines.add("  - [%s](%s#%s)".formatted(specCase.title(), page, anchor(specCase.title())));
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String page(SpecFile file) {
    List<String> body = body(file.source().lines().toList(), "");
    List<String> lines = new ArrayList<>(List.of(body.get(0), ""));
    lines.addAll(origin(DocumentSources.path("src/test/resources/spec/" + file.name() + ".md")));
    lines.add("How to read a case: [the rule book](README.md).");
    lines.addAll(body.subList(1, body.size()));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> origin(String source) {
    return List.of(
        "<!-- Rendered from " + source + ". Change it there, then run",
        "     " + DocumentSources.renderCommand() + " -->",
        "");
  }

  /** As GitHub makes it of a heading. */
  static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  /** Cases as second headings, tables aligned, captions that say what is given and expected. */
  private static List<String> body(List<String> source, String deeper) {
    List<String> lines = new ArrayList<>();
    boolean isFenced = false;
    for (int i = 0; i < source.size(); i++) {
      String line = source.get(i);
      Matcher caption = SpecParser.CAPTION.matcher(line);
      if (line.startsWith("```")) {
        isFenced = !isFenced;
        lines.add(line);
      } else if (isFenced) {
        lines.add(line);
      } else if (line.startsWith("#")) {
        lines.add(deeper + line.replaceFirst("^###", "##"));
      } else if (line.startsWith("|")) {
        int to = i;
        while (to < source.size() && source.get(to).startsWith("|")) {
          to++;
        }
        lines.add(TextTable.parse(source.subList(i, to)).render());
        i = to - 1;
      } else if (caption.matches()) {
        lines.add(caption(caption.group(1)));
      } else {
        lines.add(line);
      }
    }
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  private static String caption(String caption) {
    if (caption.equals("settings")) {
      return "Settings:";
    }
    return caption.startsWith("expect ")
        ? "Expected `" + caption.substring("expect ".length()) + "`:"
        : "Given `" + caption + "`:";
  }
}
