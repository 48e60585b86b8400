// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desist.engine.Resources;
import org.desist.storage.InputFiles;
import org.desist.text.Visible;

/**
 * A YAML text, compared with its schema and read.
 *
 * @param tree what it says, with lines; null when it is not YAML
 * @param value what it means; null when there are faults
 * @param faults every one that was found
 */
public record YamlDocument<T>(YamlTree tree, T value, List<Fault> faults) {
  /** A file is read into memory; the largest that anybody needs has some thousand lines. */
  private static final int LIMIT = 1_000_000;

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
   * Reads a file.
   *
   * @throws IOException when the disk refuses
   */
  public static <T> YamlDocument<T> read(Path file, Schema schema, Class<T> type)
      throws IOException {
    String name = file.getFileName().toString();
    byte[] bytes;
    try (InputStream content = InputFiles.open(file)) {
      bytes = content.readNBytes(LIMIT + 1);
    }
    if (bytes.length > LIMIT) {
      return refused(
          name, 1, "the file is longer than " + LIMIT + " bytes, the most that is read: divide it");
    }
    try {
      return parse(name, Utf8.text(bytes), schema, type);
    } catch (Utf8.NotTextException e) {
      return refused(name, e.line(), e.getMessage());
    }
  }

  /**
   * Reads a text.
   *
   * @param name of the file, for faults
   */
  public static <T> YamlDocument<T> parse(String name, String text, Schema schema, Class<T> type) {
    YamlScan.Outcome scan = YamlScan.of(name, text);
    if (!scan.faults().isEmpty()) {
      return new YamlDocument<>(null, null, scan.faults());
    }
    JsonNode root;
    try {
      root = YamlTree.MAPPER.readTree(scan.text());
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String problem = e.getOriginalMessage().lines().findFirst().orElse("");
      return refused(name, line, "this is not YAML (" + problem + "): mend the line");
    }
    YamlTree tree = new YamlTree(root, scan.lines(), scan.written());
    List<Fault> faults = new ArrayList<>();
    for (Error error : schema.validate(root)) {
      faults.add(fault(name, tree, error, schema.getSchemaNode()));
    }
    if (!faults.isEmpty()) {
      return new YamlDocument<>(tree, null, faults);
    }
    try {
      return new YamlDocument<>(tree, YamlTree.MAPPER.treeToValue(folded(root), type), List.of());
    } catch (JsonProcessingException e) {
      // What the schema lets pass and no value can be: a day that the calendar does not have.
      Fault fault =
          new Fault(name, YamlFault.line(tree, e), YamlFault.key(e), "", YamlFault.advice(e));
      return new YamlDocument<>(tree, null, List.of(fault));
    }
  }

  private static <T> YamlDocument<T> refused(String name, int line, String advice) {
    return new YamlDocument<>(null, null, List.of(new Fault(name, line, "", "", advice)));
  }

  /** A copy in which every text is one line: a name cannot write a line of its own on a screen. */
  private static JsonNode folded(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(Visible.folded(node.textValue()));
    }
    if (node instanceof ArrayNode list) {
      ArrayNode copy = list.arrayNode();
      list.forEach(item -> copy.add(folded(item)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.properties().forEach(entry -> copy.set(entry.getKey(), folded(entry.getValue())));
      return copy;
    }
    return node;
  }

  private static Fault fault(String name, YamlTree tree, Error error, JsonNode schema) {
    String place = error.getInstanceLocation().toString();
    String at = place.equals("/") ? "" : place;
    boolean isExtra = error.getKeyword().equals("additionalProperties");
    String pointer = isExtra ? at + "/" + error.getProperty() : at;
    return new Fault(
        name,
        tree.line(pointer),
        YamlTree.key(pointer),
        tree.value(pointer),
        SchemaAdvice.of(error, schema));
  }
}
