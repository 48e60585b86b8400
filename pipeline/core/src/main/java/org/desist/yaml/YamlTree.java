// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.yaml;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/**
 * YAML with the line of every key and item, and every single value as it is written, by JSON
 * pointer.
 */
public record YamlTree(JsonNode root, Map<String, Integer> lines, Map<String, String> written) {
  static final ObjectMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  public YamlTree {
    lines = Map.copyOf(lines);
    written = Map.copyOf(written);
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

  /** The value at a place as it is written; empty when it is not a single value. */
  public String value(String pointer) {
    return written.getOrDefault(pointer, "");
  }

  /** A pointer as a person would write it: {@code years[0].from}. */
  public static String key(String pointer) {
    String key = pointer.replaceAll("/([0-9]+)(?=/|$)", "[$1]").replace('/', '.');
    return key.startsWith(".") ? key.substring(1) : key;
  }
}
