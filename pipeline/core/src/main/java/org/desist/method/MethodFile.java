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

/**
 * Reads a method file: YAML whose keys override those of the built-in {@code moj-2017}. A shipped
 * method is named without a path, such as {@code moj-2017-ogrs4g}.
 */
public final class MethodFile {
  private static final Schema SCHEMA = YamlDocument.schema("contract/method.schema.json");
  private static final String FOLDER = "sql/method";
  private static final String ENDING = ".yaml";
  private static final String BUILT_IN = "moj-2017";
  private static final List<String> SHIPPED = List.of(BUILT_IN, "moj-2017-ogrs4g");

  /** What was constant before it was a setting. */
  private static final List<String> LATER = List.of("entry", "score", "standards");

  private MethodFile() {}

  /** The names of the shipped methods, in their order. */
  public static List<String> shipped() {
    return SHIPPED;
  }

  /**
   * What a user wrote, such that it can be read from any working folder: the name of a shipped
   * method as it is, a file by its absolute path.
   */
  public static Path named(Path written) {
    return written == null || isShipped(written) ? written : written.toAbsolutePath().normalize();
  }

  private static boolean isShipped(Path file) {
    return SHIPPED.contains(file.toString());
  }

  /**
   * The method of a file, or the built-in one.
   *
   * @param file a file or the name of a shipped method; null for the built-in method
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

  /** Every setting with its value, those that a file leaves out being as in the built-in method. */
  static JsonNode tree(Path file) {
    JsonNode builtIn = content(null, document(null));
    if (file != null) {
      merge(file, "", (ObjectNode) builtIn, content(file, document(file)));
    }
    return builtIn;
  }

  /** What a file itself says, with its lines. */
  static YamlDocument<JsonNode> document(Path file) {
    if (file == null || isShipped(file)) {
      String place = FOLDER + "/" + (file == null ? BUILT_IN : file) + ENDING;
      return YamlDocument.parse(place, Resources.text(place), SCHEMA, JsonNode.class);
    }
    try {
      return YamlDocument.read(file, SCHEMA, JsonNode.class);
    } catch (IOException e) {
      throw bad(
          file,
          "it cannot be read (%s), and no shipped method has that name: they are %s"
              .formatted(e.getMessage(), String.join(", ", SHIPPED)));
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
