// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** Reads the fields of one resource of a contract. */
final class FieldReader {
  private static final Set<String> CONSTRAINTS =
      Set.of("required", "unique", "pattern", "enum", "minimum", "maximum");

  private final String source;
  private final String resource;

  FieldReader(String source, String resource) {
    this.source = source;
    this.resource = resource;
  }

  static DesistException bad(String source, String problem) {
    return new DesistException(
        ErrorCode.BAD_CONTRACT,
        "Cannot use the contract " + source + ": " + problem + ". Correct the file.");
  }

  List<Field> read(JsonNode nodes) {
    List<Field> fields = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : nodes) {
      Field field = field(node);
      if (!names.add(field.name())) {
        throw badField(field.name(), "it is described twice");
      }
      fields.add(field);
    }
    if (fields.isEmpty()) {
      throw bad(source, resource + " has no fields");
    }
    return fields;
  }

  private Field field(JsonNode node) {
    String name = node.path("name").asText("");
    if (name.isEmpty()) {
      throw bad(source, "a field of " + resource + " has no name");
    }
    JsonNode constraints = node.path("constraints");
    constraints
        .fieldNames()
        .forEachRemaining(
            constraint -> {
              if (!CONSTRAINTS.contains(constraint)) {
                throw badField(name, "this version does not know the constraint " + constraint);
              }
            });
    FieldType type = type(name, node.path("type").asText("string"));
    Semantic semantic = semantic(name, node.path("semantic").asText(Semantic.NONE.label()));
    checkFit(name, type, semantic, constraints);
    return new Field(
        name,
        type,
        node.path("description").asText(""),
        constraints.path("required").asBoolean(false),
        constraints.path("unique").asBoolean(false),
        pattern(name, constraints.path("pattern")),
        allowed(constraints.path("enum")),
        bound(name, constraints.path("minimum")),
        bound(name, constraints.path("maximum")),
        node.path("personal").asBoolean(false),
        semantic,
        day(name, node.path("validFrom")));
  }

  private LocalDate day(String name, JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    try {
      return LocalDate.parse(node.asText());
    } catch (DateTimeParseException e) {
      throw badField(name, "validFrom is no day: " + node.asText());
    }
  }

  private void checkFit(String name, FieldType type, Semantic semantic, JsonNode constraints) {
    boolean textual = constraints.has("pattern") || constraints.has("enum");
    FieldType fitting = semantic == Semantic.BIRTH_DATE ? FieldType.DATE : FieldType.STRING;
    if ((textual && type != FieldType.STRING) || (semantic != Semantic.NONE && type != fitting)) {
      throw badField(
          name,
          "pattern, enum and semantic need the type string, and the semantic birth_date date");
    }
    boolean bounded = constraints.has("minimum") || constraints.has("maximum");
    if (bounded && type != FieldType.INTEGER && type != FieldType.NUMBER) {
      throw badField(name, "minimum and maximum need the type integer or number");
    }
  }

  private FieldType type(String name, String label) {
    return Arrays.stream(FieldType.values())
        .filter(type -> type.label().equals(label))
        .findFirst()
        .orElseThrow(() -> badField(name, "this version does not know the type " + label));
  }

  private Semantic semantic(String name, String label) {
    return Arrays.stream(Semantic.values())
        .filter(semantic -> semantic.label().equals(label))
        .findFirst()
        .orElseThrow(() -> badField(name, "this version does not know the semantic " + label));
  }

  private String pattern(String name, JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    try {
      return Pattern.compile(node.asText()).pattern();
    } catch (PatternSyntaxException e) {
      throw badField(name, "its pattern is not a regular expression: " + node.asText());
    }
  }

  private static List<String> allowed(JsonNode node) {
    List<String> values = new ArrayList<>();
    node.forEach(value -> values.add(value.asText()));
    return values;
  }

  private BigDecimal bound(String name, JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    if (!node.isNumber()) {
      throw badField(name, "a bound is not a number: " + node.asText());
    }
    return node.decimalValue();
  }

  private DesistException badField(String name, String problem) {
    return bad(source, "field " + name + " of " + resource + ": " + problem);
  }
}
