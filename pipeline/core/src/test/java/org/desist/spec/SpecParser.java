// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a spec file: {@code #} is its topic, {@code ##} a chapter for the reader, {@code ###} a
 * case. A line that ends in a colon and is followed by a table or a fenced text is its caption.
 * Tables before the first case belong to every case of the file.
 */
final class SpecParser {
  static final Pattern CAPTION = Pattern.compile("([a-z0-9_. ]+):");
  private static final String FENCE = "```";
  private static final Set<String> SETTINGS =
      Set.of("models", "snapshot", "cohort", "alone", "accept", "published");

  private final String name;
  private final List<String> lines;
  private final List<Block> background = new ArrayList<>();
  private final List<SpecCase> cases = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final int firstNumber;
  private String topic = "";
  private String title = "";
  private int titleLine;

  private SpecParser(String name, String source, int firstNumber) {
    this.name = name;
    this.lines = source.lines().toList();
    this.firstNumber = firstNumber;
  }

  /**
   * Reads a file.
   *
   * @param firstNumber the number of its first case
   */
  static SpecFile parse(String name, String source, int firstNumber) {
    SpecParser parser = new SpecParser(name, source, firstNumber);
    parser.read();
    return new SpecFile(name, parser.topic, source, parser.background, parser.cases);
  }

  private void read() {
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      Matcher caption = CAPTION.matcher(line);
      if (line.startsWith("### ")) {
        finish();
        title = line.substring(4).strip();
        titleLine = at + 1;
      } else if (line.startsWith("# ")) {
        topic = line.substring(2).strip();
      } else if (caption.matches() && opensBlock(at + 1)) {
        at = block(caption.group(1), at + 2);
        continue;
      } else if (line.startsWith("|") || line.startsWith(FENCE)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "%s.md line %d: a table or text without a caption", name, at + 1));
      } else if (!line.isBlank()) {
        add(new Block.Prose(line));
      }
      at++;
    }
    finish();
  }

  /** A caption stands alone: a blank line, then the table or the text. */
  private boolean opensBlock(int at) {
    return at + 1 < lines.size()
        && lines.get(at).isBlank()
        && (lines.get(at + 1).startsWith("|") || lines.get(at + 1).startsWith(FENCE));
  }

  private int block(String caption, int from) {
    int to = from;
    if (lines.get(from).startsWith("|")) {
      while (to < lines.size() && lines.get(to).startsWith("|")) {
        to++;
      }
      add(new Block.Grid(caption, TextTable.parse(lines.subList(from, to))));
      return to;
    }
    do {
      to++;
    } while (!lines.get(to).startsWith(FENCE));
    add(new Block.Fence(caption, String.join("\n", lines.subList(from + 1, to)) + "\n"));
    return to + 1;
  }

  private void add(Block block) {
    (title.isEmpty() ? background : blocks).add(block);
  }

  private void finish() {
    if (!title.isEmpty()) {
      List<Block> all = new ArrayList<>(background);
      all.addAll(blocks);
      SpecCase found =
          new SpecCase(firstNumber + cases.size(), name + ".md line " + titleLine, title, all);
      if (found.expectations().isEmpty()) {
        throw new IllegalArgumentException(found.place() + ": the case expects nothing");
      }
      for (String setting : found.settings().keySet()) {
        if (!SETTINGS.contains(setting) && !setting.startsWith(WorldSettings.METHOD)) {
          throw new IllegalArgumentException(
              "%s: there is no setting %s".formatted(found.place(), setting));
        }
      }
      cases.add(found);
    }
    blocks.clear();
  }
}
