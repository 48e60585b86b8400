// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
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
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
public record YamlDocument<T>(YamlTree tree, T value, List<YamlFault> faults) {
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
    List<YamlFault> faults = new ArrayList<>();
    for (Error error : schema.validate(root)) {
      faults.add(fault(name, tree, error, schema.getSchemaNode()));
    }
    if (!faults.isEmpty()) {
      return new YamlDocument<>(tree, null, faults);
    }
    try {
      return new YamlDocument<>(tree, value(folded(root), type), List.of());
    } catch (JsonProcessingException e) {
      return new YamlDocument<>(tree, null, List.of(impossible(name, tree, e)));
    }
  }

  /**
   * Reads a file that is packaged with the library.
   *
   * @param location below the root of the class path
   */
  public static <T> T packaged(String location, Class<T> type) throws JsonProcessingException {
    return YamlTree.MAPPER.readValue(Resources.text(location), type);
  }

  /** What a tree means, its keys being in snake case. */
  public static <T> T value(JsonNode tree, Class<T> type) throws JsonProcessingException {
    return YamlTree.MAPPER.treeToValue(tree, type);
  }

  /** What the schema lets pass and no value can be: a day that the calendar does not have. */
  private static YamlFault impossible(String name, YamlTree tree, JsonProcessingException e) {
    String pointer =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(p -> "/" + (p.getFieldName() == null ? p.getIndex() : p.getFieldName()))
                .collect(Collectors.joining())
            : "";
    String advice =
        e.getMessage().contains("LocalDate")
            ? "there is no such day in the calendar: correct it"
            : "it cannot be read: correct it";
    return new YamlFault(name, tree.line(pointer), YamlTree.key(pointer), "", advice);
  }

  private static <T> YamlDocument<T> refused(String name, int line, String advice) {
    return new YamlDocument<>(null, null, List.of(new YamlFault(name, line, "", "", advice)));
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

  private static YamlFault fault(String name, YamlTree tree, Error error, JsonNode schema) {
    String place = error.getInstanceLocation().toString();
    String at = place.equals("/") ? "" : place;
    boolean isExtra = error.getKeyword().equals("additionalProperties");
    String pointer = isExtra ? at + "/" + error.getProperty() : at;
    return new YamlFault(
        name,
        tree.line(pointer),
        YamlTree.key(pointer),
        tree.value(pointer),
        SchemaAdvice.of(error, schema));
  }

  /** The one encoding of files that people write, with or without a byte-order mark. */
  private static final class Utf8 {
    private static final char MARK = '\ufeff';

    private Utf8() {}

    /** Bytes that are no text in UTF-8, and the line they are in. */
    static final class NotTextException extends Exception {
      private static final long serialVersionUID = 1L;
      private final int line;

      private NotTextException(int line, String advice) {
        super(advice);
        this.line = line;
      }

      int line() {
        return line;
      }
    }

    /**
     * The text of a file.
     *
     * @throws NotTextException with advice, for another encoding
     */
    static String text(byte[] bytes) throws NotTextException {
      if (isUtf16(bytes)) {
        throw new NotTextException(1, "the file is in UTF-16: save it as UTF-8");
      }
      CharsetDecoder decoder =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      ByteBuffer given = ByteBuffer.wrap(bytes);
      try {
        String text = decoder.decode(given).toString();
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        int line = 1;
        for (int i = 0; i < given.position(); i++) {
          line += bytes[i] == '\n' ? 1 : 0;
        }
        throw new NotTextException(
            line, "it holds bytes that are not UTF-8: save the file as UTF-8");
      }
    }

    /** Its mark, or a zero beside each of the first letters. */
    private static boolean isUtf16(byte[] bytes) {
      if (bytes.length < 2) {
        return false;
      }
      boolean isMarked =
          (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)
              || (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe);
      return isMarked || (bytes[0] == 0) != (bytes[1] == 0);
    }
  }
}
