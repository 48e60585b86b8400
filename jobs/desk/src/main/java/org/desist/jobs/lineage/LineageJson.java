// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.lineage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.lineage.ColumnLineage;
import org.desist.lineage.Source;
import org.desist.lineage.TableColumn;
import org.desist.lineage.Trace;

/** Where a column, or each column of a table, comes from: for a program. */
public final class LineageJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LineageJson() {}

  /**
   * {@code {"name", "table", "columns": [{"column", "hops", "ends", "row_ends"}]}}; a hop is {@code
   * {"field", "sources"}}, a source and an end {@code {"table", "column", "influence", "masked"}}.
   */
  public static String render(LineageQuestion question, ColumnLineage lineage) {
    Collection<String> columns =
        question.column() == null
            ? lineage.tables().get(question.table()).columns().keySet()
            : List.of(question.column());
    List<Object> answers = new ArrayList<>();
    for (String column : columns) {
      answers.add(column(Trace.of(lineage, new TableColumn(question.table(), column))));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("name", question.name());
    answer.put("table", question.table());
    answer.put("columns", answers);
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and texts are always JSON", e);
    }
  }

  private static Map<String, Object> column(Trace trace) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("column", trace.start().column());
    answer.put(
        "hops",
        trace.hops().stream()
            .map(
                hop -> {
                  Map<String, Object> written = new LinkedHashMap<>();
                  written.put("field", hop.field().toString());
                  written.put("sources", sources(hop.sources()));
                  return written;
                })
            .toList());
    answer.put("ends", sources(trace.ends()));
    answer.put("row_ends", trace.rowEnds().stream().map(LineageJson::field).toList());
    return answer;
  }

  private static List<Map<String, Object>> sources(Collection<Source> sources) {
    return sources.stream()
        .map(
            source -> {
              Map<String, Object> written = field(source.field());
              written.put("influence", source.influence().name());
              written.put("masked", source.isMasked());
              return written;
            })
        .toList();
  }

  private static Map<String, Object> field(TableColumn field) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("table", field.table());
    written.put("column", field.column());
    return written;
  }
}
