// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * One resource of the input contract, as far as writing it needs: its name and its columns in
 * order.
 */
final class Extract {
  private static final String CONTRACT = "contract/extracts.datapackage.json";

  /** Column types of the contract. */
  enum Type {
    STRING,
    DATE,
    INTEGER,
    NUMBER,
    BOOLEAN
  }

  record Column(String name, Type type) {}

  private final String name;
  private final List<Column> columns;
  private final Map<String, Integer> positions = new LinkedHashMap<>();

  private Extract(String name, List<Column> columns) {
    this.name = name;
    this.columns = List.copyOf(columns);
    for (Column column : columns) {
      positions.put(column.name(), positions.size());
    }
  }

  /**
   * Every resource by name, in the contract's order.
   *
   * @throws DesistException BAD_CONTRACT when the packaged contract is missing
   */
  static Map<String, Extract> all() {
    Map<String, Extract> extracts = new LinkedHashMap<>();
    for (JsonNode resource : contract().get("resources")) {
      List<Column> columns = new ArrayList<>();
      for (JsonNode field : resource.get("schema").get("fields")) {
        columns.add(new Column(field.get("name").asText(), type(field.get("type").asText())));
      }
      String name = resource.get("name").asText();
      extracts.put(name, new Extract(name, columns));
    }
    return extracts;
  }

  String name() {
    return name;
  }

  List<Column> columns() {
    return columns;
  }

  int position(String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalArgumentException("No column " + column + " in " + name);
    }
    return position;
  }

  private static JsonNode contract() {
    try (InputStream stream = Extract.class.getClassLoader().getResourceAsStream(CONTRACT)) {
      if (stream == null) {
        throw new DesistException(
            ErrorCode.BAD_CONTRACT,
            "Cannot generate: " + CONTRACT + " is not packaged. Rebuild the project.");
      }
      return new ObjectMapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the packaged " + CONTRACT, e);
    }
  }

  private static Type type(String text) {
    return switch (text) {
      case "string" -> Type.STRING;
      case "date" -> Type.DATE;
      case "integer" -> Type.INTEGER;
      case "number" -> Type.NUMBER;
      case "boolean" -> Type.BOOLEAN;
      default ->
          throw new DesistException(
              ErrorCode.BAD_CONTRACT,
              "Cannot generate a column of type " + text + ": teach the generator that type.");
    };
  }
}
