// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.lineage;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.desist.lineage.ColumnLineage;
import org.desist.lineage.Source;
import org.desist.lineage.TableColumn;
import org.desist.lineage.Trace;

/** The way of one column down to what is delivered, as a Mermaid flow chart. */
public final class LineageDiagram {
  private final Map<TableColumn, String> names = new LinkedHashMap<>();
  private final Set<String> arrows = new LinkedHashSet<>();

  private LineageDiagram() {}

  /** The chart: solid arrows where the value goes, dotted ones where it only decides. */
  public static String render(TableColumn start, ColumnLineage lineage) {
    LineageDiagram diagram = new LineageDiagram();
    for (Trace.Hop hop : Trace.of(lineage, start).hops()) {
      hop.sources().forEach(source -> diagram.add(source, hop.field()));
    }
    StringBuilder text = new StringBuilder("flowchart LR\n");
    diagram.names.forEach(
        (field, name) -> text.append("  %s[\"%s\"]\n".formatted(name, LineageWords.of(field))));
    diagram.arrows.forEach(arrow -> text.append("  ").append(arrow).append('\n'));
    return text.toString();
  }

  private void add(Source source, TableColumn to) {
    String arrow = source.influence().isDirect() ? "-->" : "-.->";
    arrows.add(name(source.field()) + " " + arrow + " " + name(to));
  }

  private String name(TableColumn field) {
    int number = names.size();
    return names.computeIfAbsent(field, added -> "n" + number);
  }
}
