// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.stream.Collectors;

/** Where a value stands that has the right form and cannot be read all the same. */
final class YamlFault {
  private YamlFault() {}

  static int line(YamlTree tree, JsonProcessingException e) {
    return tree.line(pointer(e));
  }

  static String key(JsonProcessingException e) {
    return YamlTree.key(pointer(e));
  }

  static String advice(JsonProcessingException e) {
    return e.getMessage().contains("LocalDate")
        ? "there is no such day in the calendar: correct it"
        : "it cannot be read: correct it";
  }

  private static String pointer(JsonProcessingException e) {
    if (e instanceof JsonMappingException mapping) {
      return mapping.getPath().stream()
          .map(part -> "/" + (part.getFieldName() == null ? part.getIndex() : part.getFieldName()))
          .collect(Collectors.joining());
    }
    return "";
  }
}
