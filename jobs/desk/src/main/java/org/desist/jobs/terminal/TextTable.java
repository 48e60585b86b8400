// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.terminal;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.desist.text.Visible;

/** A table in plain text: words to the left, numbers to the right. */
public final class TextTable {
  // Only a rule under the header, and nothing around.
  private static final Character[] RULE =
      AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER;

  /** What a column takes beside its text. */
  private static final int RULED = 3;

  private static final int OPEN = 2;

  /** After a blank, which goes, or an underscore, which stays. */
  private static final String BREAK = " |(?<=_)";

  private final Character[] border;
  private final List<Heading> headings = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  private static final class Heading {
    private final String name;
    private final HorizontalAlign align;
    private boolean isSpare;
    private boolean isWhole;
    private Function<String, Optional<Tone>> tone = cell -> Optional.empty();

    private Heading(String name, HorizontalAlign align) {
      this.name = name;
      this.align = align;
    }
  }

  private TextTable(Character[] border) {
    this.border = border;
  }

  /** With lines between columns, for answers of a query. */
  public static TextTable lined() {
    return new TextTable(RULE);
  }

  /** Without lines, for a screen. */
  public static TextTable open() {
    return new TextTable(AsciiTable.NO_BORDERS);
  }

  /** Adds a column of words. */
  public TextTable left(String header) {
    return column(header, HorizontalAlign.LEFT);
  }

  /** Adds a column of numbers. */
  public TextTable right(String header) {
    return column(header, HorizontalAlign.RIGHT);
  }

  private TextTable column(String header, HorizontalAlign align) {
    headings.add(new Heading(Visible.line(header), align));
    return this;
  }

  /** The column added last can be left out where there is no room; the last such column first. */
  public TextTable spare() {
    last().isSpare = true;
    return this;
  }

  /** The cells of the column added last stay on one line each, such as a time. */
  public TextTable whole() {
    last().isWhole = true;
    return this;
  }

  /** The cells of the column added last have the tone that this finds for their words. */
  public TextTable toned(Function<String, Optional<Tone>> tone) {
    last().tone = tone;
    return this;
  }

  private Heading last() {
    return headings.get(headings.size() - 1);
  }

  /** Adds a row, a cell per column, each shown on one line; null is an empty cell. */
  public TextTable row(List<String> cells) {
    rows.add(cells.stream().map(cell -> cell == null ? "" : Visible.line(cell)).toList());
    return this;
  }

  /** Adds a row, a cell per column. */
  public TextTable row(String... cells) {
    return row(List.of(cells));
  }

  /** Whether there are no rows. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * The table without a line end after its last line. One that is too wide for the screen has its
   * words on several lines; where a number or a word would still have to be broken, columns that
   * can be spared are left out, and in the end each row becomes a block of lines.
   */
  public String text() {
    return text(TerminalWidth.columns());
  }

  String text(int width) {
    TextTable table = this;
    Optional<String> fitted = fitted(width);
    while (fitted.isEmpty()) {
      Optional<TextTable> narrower = table.withoutLastSpare();
      if (narrower.isEmpty()) {
        return blocks(width);
      }
      table = narrower.get();
      fitted = table.fitted(width);
    }
    return fitted.get() + (table == this ? "" : System.lineSeparator() + spared(table, width));
  }

  /** Which columns a narrower table does without. */
  private String spared(TextTable narrower, int width) {
    List<Heading> left = new ArrayList<>(headings);
    left.removeAll(narrower.headings);
    String names = left.stream().map(heading -> heading.name).collect(Collectors.joining(", "));
    return TerminalWidth.fitted(" A wider screen shows more columns: " + names, width);
  }

  private Optional<String> fitted(int width) {
    List<Integer> whole = Collections.nCopies(headings.size(), Integer.MAX_VALUE);
    String text = drawn(whole);
    if (widest(text) <= width) {
      return Optional.of(toned(text, whole));
    }
    int around = border == RULE ? RULED : OPEN;
    List<Integer> widths = widths(width - around * headings.size());
    return widths.isEmpty()
        ? Optional.empty()
        : Optional.of(drawn(widths))
            .filter(narrow -> widest(narrow) <= width)
            .map(narrow -> toned(narrow, widths));
  }

  private Optional<TextTable> withoutLastSpare() {
    int gone = headings.size() - 1;
    while (gone >= 0 && !headings.get(gone).isSpare) {
      gone--;
    }
    if (gone < 0) {
      return Optional.empty();
    }
    TextTable narrower = new TextTable(border);
    narrower.headings.addAll(headings);
    narrower.headings.remove(gone);
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      cells.remove(gone);
      narrower.rows.add(cells);
    }
    return Optional.of(narrower);
  }

  /** The widths of the columns; empty when words or numbers need more room than there is. */
  private List<Integer> widths(int room) {
    List<Integer> least = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    for (int c = 0; c < headings.size(); c++) {
      int column = c;
      List<String> cells = new ArrayList<>(rows.stream().map(row -> row.get(column)).toList());
      int longest = cells.stream().mapToInt(String::length).max().orElse(0);
      int word = cells.stream().mapToInt(TextTable::word).max().orElse(0);
      Heading heading = headings.get(c);
      least.add(Math.max(heading.isWhole ? longest : word, word(heading.name)));
      widths.add(Math.max(longest, heading.name.length()));
    }
    int total = widths.stream().mapToInt(Integer::intValue).sum();
    while (total > room) {
      int widest = -1;
      for (int c = 0; c < widths.size(); c++) {
        boolean canShrink = widths.get(c) > least.get(c);
        widest = canShrink && (widest < 0 || widths.get(c) > widths.get(widest)) ? c : widest;
      }
      if (widest < 0) {
        return List.of();
      }
      widths.set(widest, widths.get(widest) - 1);
      total--;
    }
    return widths;
  }

  private String drawn(List<Integer> widths) {
    Column[] columns = new Column[headings.size()];
    for (int c = 0; c < columns.length; c++) {
      columns[c] =
          new Column()
              .header(wrapped(headings.get(c).name, widths.get(c)))
              .headerAlign(headings.get(c).align)
              .dataAlign(headings.get(c).align)
              .maxWidth(Integer.MAX_VALUE);
    }
    String[][] cells = new String[rows.size()][];
    for (int r = 0; r < cells.length; r++) {
      cells[r] = new String[columns.length];
      for (int c = 0; c < columns.length; c++) {
        cells[r][c] = wrapped(rows.get(r).get(c), widths.get(c));
      }
    }
    String table =
        AsciiTable.builder().border(border).lineSeparator("\n").data(columns, cells).asString();
    return String.join(System.lineSeparator(), table.lines().map(String::stripTrailing).toList());
  }

  /** A drawn table with its header strong, and the tones of its cells. */
  private String toned(String drawn, List<Integer> widths) {
    List<String> lines = new ArrayList<>(drawn.lines().toList());
    int line = height(headings.stream().map(heading -> heading.name).toList(), widths);
    for (int l = 0; l < line; l++) {
      lines.set(l, Tone.STRONG.mark(lines.get(l)));
    }
    line += border == RULE ? 1 : 0;
    for (List<String> row : rows) {
      int end = line + height(row, widths);
      for (; line < end; line++) {
        lines.set(line, toned(row, lines.get(line), widths));
      }
    }
    return String.join(System.lineSeparator(), lines);
  }

  private String toned(List<String> row, String line, List<Integer> widths) {
    StringBuilder toned = new StringBuilder(line);
    for (int c = row.size() - 1; c >= 0; c--) {
      Optional<Tone> tone = headings.get(c).tone.apply(row.get(c));
      int from = 0;
      for (int before = 0; before < c; before++) {
        from += drawnWidth(before, widths) + (border == RULE ? RULED : OPEN);
      }
      int end = Math.min(line.length(), from + drawnWidth(c, widths) + OPEN);
      if (tone.isPresent() && from < end) {
        String words = line.substring(from, end).strip();
        int at = line.indexOf(words, from);
        toned.replace(at, at + words.length(), tone.get().mark(words));
      }
    }
    return toned.toString();
  }

  private static int height(List<String> cells, List<Integer> widths) {
    int height = 1;
    for (int c = 0; c < cells.size(); c++) {
      height = Math.max(height, (int) wrapped(cells.get(c), widths.get(c)).lines().count());
    }
    return height;
  }

  private int drawnWidth(int column, List<Integer> widths) {
    int width = widest(wrapped(headings.get(column).name, widths.get(column)));
    for (List<String> row : rows) {
      width = Math.max(width, widest(wrapped(row.get(column), widths.get(column))));
    }
    return width;
  }

  /** A row a block, a column a line. */
  private String blocks(int width) {
    int names = headings.stream().mapToInt(heading -> heading.name.length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      for (int c = 0; c < row.size(); c++) {
        if (!row.get(c).isEmpty()) {
          Heading heading = headings.get(c);
          String name = heading.name + " ".repeat(names - heading.name.length());
          String cell = row.get(c);
          String words = heading.tone.apply(cell).map(tone -> tone.mark(cell)).orElse(cell);
          lines.add(TerminalWidth.fitted(" " + name + "  " + words, width));
        }
      }
      lines.add("");
    }
    return String.join(System.lineSeparator(), lines).stripTrailing();
  }

  private static int widest(String text) {
    return text.lines().mapToInt(String::length).max().orElse(0);
  }

  /** The longest part that is not broken: a name may go on after an underscore. */
  private static int word(String text) {
    return Arrays.stream(text.split(BREAK, -1)).mapToInt(String::length).max().orElse(0);
  }

  private static String wrapped(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder();
    for (String part : text.split(BREAK, -1)) {
      if (line.length() > 0 && line.length() + part.length() > width) {
        lines.append(line.toString().stripTrailing()).append('\n');
        line.setLength(0);
      }
      line.append(part);
      if (line.length() > 0 && !part.endsWith("_")) {
        line.append(' ');
      }
    }
    return lines.append(line.toString().stripTrailing()).toString();
  }
}
