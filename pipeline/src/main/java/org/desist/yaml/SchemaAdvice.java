// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.desist.error.Nearest;

/** What to do about a value that the schema refuses. */
final class SchemaAdvice {
  private SchemaAdvice() {}

  static String of(Error error) {
    JsonNode rule = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "required" -> "the key " + error.getProperty() + " is missing: add it";
      case "additionalProperties" ->
          "there is no such key here: correct its name or take the line out";
      case "enum" -> "it must be one of " + oneOf(texts(rule), error.getInstanceNode());
      case "type" ->
          "it must be "
              + String.join(" or ", texts(rule).stream().map(SchemaAdvice::type).toList());
      case "minimum" -> "it must be at least " + rule.asText();
      case "maximum" -> "it must be at most " + rule.asText();
      case "multipleOf" ->
          "it has too many decimals: write it in steps of " + rule.decimalValue().toPlainString();
      case "minItems" -> "the list is empty: give at least " + rule.asText();
      case "minLength" -> "it is empty: write something";
      case "maxLength" -> "it is longer than " + rule.asText() + " characters: shorten it";
      case "const", "oneOf" -> "it cannot be this: see the template";
      case "pattern" -> pattern(rule.asText());
      default -> error.getMessage() + ": correct it";
    };
  }

  private static String pattern(String pattern) {
    if (pattern.contains("{4}")) {
      return "it must be a day written like 2016-04-01";
    }
    if (pattern.startsWith("^[A-L]")) {
      return "it must be the letter of a region, A to L";
    }
    return pattern.startsWith("^N")
        ? "it must be the code of a National Probation Service division, such as N01"
        : "it must be the code of a provider, such as C02";
  }

  /** The value that may have been meant comes first. */
  private static String oneOf(List<String> allowed, JsonNode written) {
    List<String> values = new ArrayList<>(allowed);
    Optional<String> nearest =
        written == null ? Optional.empty() : Nearest.to(written.asText(), allowed);
    nearest.ifPresent(
        value -> {
          values.remove(value);
          values.add(0, value + " (the nearest)");
        });
    return String.join(", ", values);
  }

  private static String type(String name) {
    return switch (name) {
      case "object" -> "keys with values";
      case "array" -> "a list";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      default -> "text (put it in quotes)";
    };
  }

  private static List<String> texts(JsonNode rule) {
    List<String> texts = new ArrayList<>();
    if (rule.isArray()) {
      rule.forEach(node -> texts.add(node.asText()));
    } else {
      texts.add(rule.asText());
    }
    return texts;
  }
}
