// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * The values that a data package lists for its columns. A list that several columns share stands at
 * one of them; the others name that one as {@code sameValuesAs: PATH/COLUMN}.
 */
public final class ListedValues {
  /** The contract of the marts. */
  public static final String MARTS = "contract/marts.datapackage.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REFERENCE = "sameValuesAs";
  private static final String LIST = "enum";

  private final String location;
  private final JsonNode root;

  private ListedValues(String location, JsonNode root) {
    this.location = location;
    this.root = root;
  }

  /**
   * Those of the contract of the marts.
   *
   * @throws DesistException BAD_CONTRACT when it is not valid
   */
  public static ListedValues ofMarts() {
    return read(MARTS, Resources.text(MARTS));
  }

  static ListedValues read(String location, String text) {
    try {
      return of(location, JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new DesistException(
          ErrorCode.BAD_CONTRACT,
          "Cannot use the contract %s: %s. Correct the file."
              .formatted(location, e.getOriginalMessage()),
          e);
    }
  }

  /** Those of a package, with every list written out in it from now on. */
  static ListedValues of(String location, JsonNode root) {
    ListedValues values = new ListedValues(location, root);
    values.resolve();
    return values;
  }

  /** The package with every list written out. */
  public JsonNode tree() {
    return root;
  }

  /**
   * The values of a column, in their order.
   *
   * @param column such as {@code published/reoffending_rate/breakdown}
   * @throws DesistException BAD_CONTRACT when it lists none
   */
  public List<String> of(String column) {
    return strings(list(column));
  }

  private void resolve() {
    for (JsonNode resource : root.path("resources")) {
      for (JsonNode field : resource.path("schema").path("fields")) {
        if (field.path("constraints").has(REFERENCE)) {
          ObjectNode constraints = (ObjectNode) field.path("constraints");
          constraints.set(LIST, list(constraints.remove(REFERENCE).asText()));
        }
      }
    }
  }

  private JsonNode list(String column) {
    int slash = column.lastIndexOf('/');
    JsonNode list = JSON.missingNode();
    for (JsonNode resource : root.path("resources")) {
      if (slash > 0 && resource.path("path").asText().equals(column.substring(0, slash))) {
        for (JsonNode field : resource.path("schema").path("fields")) {
          if (field.path("name").asText().equals(column.substring(slash + 1))) {
            list = field.path("constraints").path(LIST);
          }
        }
      }
    }
    if (!list.isArray()) {
      throw new DesistException(
          ErrorCode.BAD_CONTRACT,
          "Cannot use the contract %s: no list of values stands at %s. Correct the file."
              .formatted(location, column));
    }
    return list;
  }

  private static List<String> strings(JsonNode list) {
    List<String> values = new ArrayList<>();
    list.forEach(value -> values.add(value.asText()));
    return List.copyOf(values);
  }
}
