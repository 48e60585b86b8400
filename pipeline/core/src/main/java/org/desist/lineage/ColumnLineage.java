// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.lineage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * What every table of {@code sql/} is made of. The build works it out from the models; a run only
 * reads it.
 *
 * @param tables by name, sorted
 */
public record ColumnLineage(Map<String, TableLineage> tables) {
  /** Where it is packaged. */
  public static final String LOCATION = "lineage/columns.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  public ColumnLineage {
    tables = Collections.unmodifiableMap(new TreeMap<>(tables));
  }

  /**
   * The one that is packaged with the library.
   *
   * @throws DesistException INTERNAL when it is missing or damaged
   */
  public static ColumnLineage read() {
    try {
      Map<String, Written> written =
          JSON.readValue(Resources.text(LOCATION), new TypeReference<>() {});
      Map<String, TableLineage> tables = new TreeMap<>();
      written.forEach((table, content) -> tables.put(table, content.parse()));
      return new ColumnLineage(tables);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new DesistException(
          ErrorCode.INTERNAL,
          "Cannot read %s of the installation: build it again.".formatted(LOCATION),
          e);
    }
  }

  /** What a table is made of; empty when no model makes it. */
  public Optional<TableLineage> table(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  private record Written(
      List<String> from, List<String> rows, LinkedHashMap<String, List<String>> columns) {
    TableLineage parse() {
      Map<String, List<Source>> parsed = new LinkedHashMap<>();
      columns.forEach((column, sources) -> parsed.put(column, parse(sources)));
      return new TableLineage(from, parse(rows), parsed);
    }

    private static List<Source> parse(List<String> sources) {
      return sources.stream().map(Source::parse).toList();
    }
  }
}
