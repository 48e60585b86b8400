// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.lineage;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.desist.jobs.terminal.Paragraph;
import org.desist.jobs.terminal.TextTable;
import org.desist.lineage.ColumnLineage;
import org.desist.lineage.Descent;
import org.desist.lineage.Origin;
import org.desist.lineage.Source;
import org.desist.lineage.TableColumn;
import org.desist.lineage.TableLineage;
import org.desist.lineage.Trace;

/** Where a column, or a whole table, comes from: for a terminal. */
public final class LineageScreen {
  private final ColumnLineage lineage;
  private final PrintWriter screen;

  public LineageScreen(ColumnLineage lineage, PrintWriter screen) {
    this.lineage = lineage;
    this.screen = screen;
  }

  /** Prints the answer. */
  public void print(LineageQuestion question) {
    screen.println(question.label());
    if (!question.meaning().isEmpty()) {
      Paragraph.print("  ", question.meaning(), screen);
    }
    screen.println();
    if (question.column() == null) {
      columns(question.table());
    } else {
      trace(Trace.of(lineage, new TableColumn(question.table(), question.column())));
    }
  }

  private void columns(String table) {
    TableLineage made = lineage.tables().get(table);
    Descent descent = new Descent(lineage);
    TextTable columns = TextTable.open().left("column").left("made of").left("in the end of");
    made.columns()
        .forEach(
            (column, sources) ->
                columns.row(
                    column,
                    nearest(sources),
                    delivered(descent.of(new TableColumn(table, column)))));
    screen.println(columns.text());
    screen.println();
    Paragraph.print("Its rows are made of those of ", String.join(", ", made.from()) + ".", screen);
  }

  private static String nearest(List<Source> sources) {
    if (sources.isEmpty()) {
      return "a text of the model";
    }
    return sources.stream()
        .map(source -> LineageWords.of(source.field()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String delivered(Set<Source> ends) {
    Set<String> tables = new TreeSet<>();
    for (Source end : ends) {
      tables.add(Origin.plainName(end.field().table()));
    }
    return String.join(", ", tables);
  }

  private void trace(Trace trace) {
    screen.println("The way down, model by model");
    for (Trace.Hop hop : trace.hops()) {
      screen.println("  " + hop.field());
      if (hop.sources().isEmpty()) {
        screen.println("      a text of the model");
      }
      for (Map.Entry<TableColumn, String> source : words(hop.sources()).entrySet()) {
        screen.println("      " + LineageWords.of(source.getKey()) + ": " + source.getValue());
      }
    }
    ends("Its value comes from", trace.ends().stream().map(Source::field).toList());
    ends("Which rows it is made of is also decided by", trace.rowEnds());
  }

  private static Map<TableColumn, String> words(List<Source> sources) {
    Map<TableColumn, String> words = new TreeMap<>();
    BiConsumer<TableColumn, String> add =
        (field, how) -> words.merge(field, how, (a, b) -> a + "; " + b);
    sources.forEach(source -> add.accept(source.field(), LineageWords.of(source)));
    return words;
  }

  private void ends(String title, Iterable<TableColumn> fields) {
    Map<Origin, Map<String, Set<String>>> byOrigin = new EnumMap<>(Origin.class);
    for (TableColumn field : fields) {
      byOrigin
          .computeIfAbsent(Origin.of(field.table()), origin -> new TreeMap<>())
          .computeIfAbsent(Origin.plainName(field.table()), table -> new TreeSet<>())
          .add(field.isRows() ? "(the number of rows)" : field.column());
    }
    if (byOrigin.isEmpty()) {
      return;
    }
    screen.println();
    screen.println(title);
    byOrigin.forEach(
        (origin, tables) -> {
          screen.println("  " + origin.label());
          tables.forEach(
              (table, columns) ->
                  Paragraph.print("    " + table + ": ", String.join(", ", columns), screen));
        });
  }
}
