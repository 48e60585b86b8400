// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Fingerprint;
import org.desist.yaml.YamlDocument;

/** Reads a method file: YAML whose keys override those of the built-in {@code moj-2017}. */
public final class MethodFile {
  private static final Schema SCHEMA = YamlDocument.schema("contract/method.schema.json");
  private static final String BUILT_IN = "sql/method/moj-2017.yaml";

  /** Sections that were constants before they were settings. */
  private static final List<String> LATER = List.of("entry");

  private MethodFile() {}

  /**
   * The method of a file, or the built-in one.
   *
   * @param file null for the built-in method
   * @throws DesistException BAD_METHOD when the file cannot be read, has a key the method does not
   *     know, or a value out of its range
   */
  public static Method read(Path file) {
    try {
      return YamlDocument.value(tree(file), Method.class);
    } catch (JsonProcessingException e) {
      Throwable cause = e.getCause();
      if (cause instanceof DesistException known) {
        throw known;
      }
      throw bad(file, e.getOriginalMessage());
    }
  }

  /**
   * SHA-256 of the method's content: comments, order and layout of the file do not count, nor do
   * the bounds of reading and how long things are kept, which no figure hangs on. A section that
   * came later counts where it differs from what held before, so that a method of before has the
   * fingerprint it had.
   */
  public static String fingerprint(Path file) {
    ObjectNode content = (ObjectNode) tree(file);
    content.remove(List.of("reading", "retention"));
    JsonNode builtIn = tree(null);
    for (String section : LATER) {
      if (content.get(section).equals(builtIn.get(section))) {
        content.remove(section);
      }
    }
    return Fingerprint.ofText(content.toString());
  }

  private static JsonNode tree(Path file) {
    try {
      JsonNode builtIn =
          content(
              null, YamlDocument.parse(BUILT_IN, Resources.text(BUILT_IN), SCHEMA, JsonNode.class));
      if (file != null) {
        JsonNode own = content(file, YamlDocument.read(file, SCHEMA, JsonNode.class));
        merge(file, "", (ObjectNode) builtIn, own);
      }
      return builtIn;
    } catch (IOException e) {
      throw bad(file, "it cannot be read: " + e.getMessage());
    }
  }

  /** What a file says, once its form and the range of each of its numbers are right. */
  private static JsonNode content(Path file, YamlDocument<JsonNode> document) {
    if (document.value() == null) {
      throw bad(
          file,
          document.faults().stream()
              .map(fault -> "\n  " + fault.sentence())
              .collect(Collectors.joining()));
    }
    return document.value();
  }

  /** The order of keys stays that of the built-in method, whatever the order in the file. */
  private static void merge(Path file, String path, ObjectNode target, JsonNode source) {
    if (!source.isObject()) {
      throw bad(file, (path.isEmpty() ? "the file" : path) + " should hold keys and values");
    }
    for (Map.Entry<String, JsonNode> entry : source.properties()) {
      String key = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
      JsonNode known = target.get(entry.getKey());
      if (known == null) {
        throw bad(file, "there is no setting " + key);
      }
      if (known.isObject()) {
        merge(file, key, (ObjectNode) known, entry.getValue());
      } else {
        target.set(entry.getKey(), entry.getValue());
      }
    }
  }

  private static DesistException bad(Path file, String problem) {
    return new DesistException(
        ErrorCode.BAD_METHOD,
        "Cannot use the method file %s: %s. The built-in method moj-2017 shows every setting."
            .formatted(file == null ? BUILT_IN : file, problem));
  }
}
