// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import org.desist.engine.Resources;

/**
 * A YAML text, held against its schema and read.
 *
 * @param tree what it says, with lines; null when it is not YAML
 * @param value what it means; null when there are faults
 * @param faults every one that was found
 */
public record YamlDocument<T>(YamlTree tree, T value, List<Fault> faults) {
  public YamlDocument {
    faults = List.copyOf(faults);
  }

  /**
   * A schema that is packaged with the library.
   *
   * @param location below the root of the class path
   */
  public static Schema schema(String location) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Resources.text(location));
  }

  /**
   * Reads a text.
   *
   * @param name of the file, for faults
   */
  public static <T> YamlDocument<T> parse(String name, String text, Schema schema, Class<T> type) {
    YamlTree tree;
    try {
      tree = YamlTree.read(text);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String problem = e.getOriginalMessage().lines().findFirst().orElse("");
      Fault fault =
          new Fault(name, line, "", "", "this is not YAML (" + problem + "): mend the line");
      return new YamlDocument<>(null, null, List.of(fault));
    }
    List<Fault> faults = new ArrayList<>();
    for (Error error : schema.validate(tree.root())) {
      faults.add(fault(name, tree, error));
    }
    if (!faults.isEmpty()) {
      return new YamlDocument<>(tree, null, faults);
    }
    try {
      return new YamlDocument<>(tree, YamlTree.MAPPER.treeToValue(tree.root(), type), List.of());
    } catch (JsonProcessingException e) {
      // What the schema lets pass and no value can be: a day that the calendar does not have.
      Fault fault =
          new Fault(name, YamlFault.line(tree, e), YamlFault.key(e), "", YamlFault.advice(e));
      return new YamlDocument<>(tree, null, List.of(fault));
    }
  }

  private static Fault fault(String name, YamlTree tree, Error error) {
    String place = error.getInstanceLocation().toString();
    String at = place.equals("/") ? "" : place;
    boolean isExtra = error.getKeyword().equals("additionalProperties");
    String pointer = isExtra ? at + "/" + error.getProperty() : at;
    return new Fault(
        name,
        tree.line(pointer),
        YamlTree.key(pointer),
        tree.value(pointer),
        SchemaAdvice.of(error));
  }
}
