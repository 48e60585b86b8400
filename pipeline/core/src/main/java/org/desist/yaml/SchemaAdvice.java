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
  private static final List<Bound> BOUNDS =
      List.of(
          new Bound("minimum", "at least "),
          new Bound("exclusiveMinimum", "above "),
          new Bound("maximum", "at most "),
          new Bound("exclusiveMaximum", "below "));

  private record Bound(String keyword, String words) {}

  private SchemaAdvice() {}

  /**
   * A sentence.
   *
   * @param schema the whole schema, in which the rules beside the broken one are found
   */
  static String of(Error error, JsonNode schema) {
    JsonNode rule = error.getSchemaNode();
    JsonNode rules = beside(error, schema);
    return switch (error.getKeyword()) {
      case "required" -> "the key " + error.getProperty() + " is missing: add it";
      case "additionalProperties" ->
          "there is no such key here%s: correct its name or take the line out"
              .formatted(nearest(error.getProperty(), rules));
      case "enum" -> "it must be one of " + oneOf(texts(rule), error.getInstanceNode());
      case "type" ->
          "it must be "
              + String.join(
                  " or ", texts(rule).stream().map(SchemaAdvice::type).distinct().toList())
              + (isBounded(rules) ? ", " + range(rules, "minimum") : "");
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
          "it must be " + range(rules, error.getKeyword());
      case "multipleOf" ->
          "it has too many decimals: write it in steps of " + rule.decimalValue().toPlainString();
      case "maxItems" -> "the list is longer than " + rule.asText() + ": shorten it";
      case "minItems" -> "the list is empty: give at least " + rule.asText();
      case "minLength" -> "it is empty: write something";
      case "maxLength" -> "it is longer than " + rule.asText() + " characters: shorten it";
      case "const", "oneOf" -> "it cannot be this: see the template";
      case "pattern" ->
          pattern(rule.asText()) + (isBounded(rules) ? ", " + range(rules, "minimum") : "");
      default -> error.getMessage() + ": correct it";
    };
  }

  private static String nearest(String key, JsonNode rules) {
    List<String> known = new ArrayList<>();
    rules.path("properties").fieldNames().forEachRemaining(known::add);
    return Nearest.to(key, known).map(name -> " (the nearest is " + name + ")").orElse("");
  }

  /** The schema object that the broken rule stands in. */
  private static JsonNode beside(Error error, JsonNode schema) {
    String place = error.getSchemaLocation().getFragment().toString();
    return schema.at(place.substring(0, Math.max(0, place.lastIndexOf('/'))));
  }

  private static boolean isBounded(JsonNode rules) {
    return BOUNDS.stream().anyMatch(bound -> rules.has(bound.keyword()));
  }

  /** Both ends, that which was overstepped first. */
  private static String range(JsonNode rules, String broken) {
    List<String> ends = new ArrayList<>();
    for (Bound bound : BOUNDS) {
      JsonNode end = rules.get(bound.keyword());
      if (end != null) {
        int at = bound.keyword().equals(broken) ? 0 : ends.size();
        ends.add(at, bound.words() + end.decimalValue().toPlainString());
      }
    }
    return String.join(" and ", ends);
  }

  private static String pattern(String pattern) {
    if (pattern.contains("{4}")) {
      return "it must be a day written like 2016-04-01";
    }
    if (pattern.equals("^auto$")) {
      return "it must be auto or a number";
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
      case "boolean" -> "true or false";
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
