// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** The rule book as one Markdown document: the spec files with a table of contents. */
final class RuleBook {
  static final String COMMAND = "./mvnw -pl pipeline test -Dtest=RuleBookTest -Ddesist.render=true";

  private RuleBook() {}

  /** The document, with a line end at its end. */
  static String render(List<SpecFile> files) {
    List<String> lines = new ArrayList<>();
    lines.add("# The rule book");
    lines.add("");
    lines.add(
        "<!-- Rendered from pipeline/core/src/test/resources/spec. Change it there, then run");
    lines.add("     " + COMMAND + " -->");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%d cases, each run on DuckDB and on Spark with every build.",
            files.stream().mapToInt(file -> file.cases().size()).sum()));
    lines.add("");
    for (SpecFile file : files) {
      lines.add(entry("", file.title()));
      file.cases().forEach(specCase -> lines.add(entry("  ", specCase.title())));
    }
    for (SpecFile file : files) {
      lines.add("");
      lines.addAll(body(file.source().lines().toList()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String entry(String indent, String title) {
    return indent + "- [" + title + "](#" + anchor(title) + ")";
  }

  /** As GitHub makes it of a heading. */
  static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  /** Headings one level down, tables aligned, captions that say what is given and expected. */
  private static List<String> body(List<String> source) {
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
        lines.add("#" + line);
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
