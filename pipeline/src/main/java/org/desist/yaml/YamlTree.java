// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** YAML with the line of every key and item, by its JSON pointer. */
public record YamlTree(JsonNode root, Map<String, Integer> lines) {
  public static final ObjectMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  public YamlTree {
    lines = Map.copyOf(lines);
  }

  /**
   * Reads a text.
   *
   * @throws JsonProcessingException with its line, when it is not YAML
   */
  public static YamlTree read(String text) throws JsonProcessingException {
    JsonNode root = MAPPER.readTree(text);
    return new YamlTree(root, lines(text));
  }

  private static Map<String, Integer> lines(String text) throws JsonProcessingException {
    Map<String, Integer> lines = new HashMap<>();
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        JsonPointer pointer = parser.getParsingContext().pathAsPointer();
        lines.putIfAbsent(pointer.toString(), parser.currentTokenLocation().getLineNr());
      }
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory can be read", e);
    }
    return lines;
  }

  /** The line of a place, or of the nearest place around it that has one. */
  public int line(String pointer) {
    for (String place = pointer; ; place = place.substring(0, place.lastIndexOf('/'))) {
      if (lines.containsKey(place)) {
        return lines.get(place);
      }
      if (place.isEmpty()) {
        return 1;
      }
    }
  }

  /** The value at a place as a person would write it; empty when it is not a single value. */
  public String value(String pointer) {
    JsonNode node = root.at(pointer);
    return node.isValueNode() ? node.asText() : "";
  }

  /** A pointer as a person would write it: {@code years[0].from}. */
  public static String key(String pointer) {
    String key = pointer.replaceAll("/([0-9]+)(?=/|$)", "[$1]").replace('/', '.');
    return key.startsWith(".") ? key.substring(1) : key;
  }
}
