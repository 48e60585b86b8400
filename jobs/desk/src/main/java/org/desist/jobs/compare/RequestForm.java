// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.desist.contract.Field;
import org.desist.contract.FieldType;
import org.desist.engine.Resources;
import org.desist.ingest.ReferenceNames;
import org.desist.jobs.page.Pages;
import org.desist.participant.ParticipantFile;

/**
 * A form that makes {@code request.yaml} and looks at the shape of a list, as one file that works
 * without a network: what is filled in stays in the reader's browser. It is made from the schema of
 * requests and the contract of lists, so that a key that is added there is in the form.
 */
public final class RequestForm {
  /** Beside the template of a request. */
  public static final String NAME = "request-form.html";

  private static final String FOLDER = "org/desist/jobs/compare/";
  private static final Map<String, String> SEXES = Map.of("M", "men", "F", "women");

  private final JsonNode schema;

  private RequestForm(JsonNode schema) {
    this.schema = schema;
  }

  /**
   * Questions under one heading.
   *
   * @param title of it
   * @param help in words; empty where the title says enough
   */
  public record Section(String title, String help, List<Question> questions) {}

  /**
   * One key of a request.
   *
   * @param path its keys, joined by dots, such as {@code filters.sex}
   * @param kind what stands in it: text, choice, several, whole, number, day, flag, pairs or names
   * @param label the key in words
   * @param help what it means
   * @param isRequired whether it must be there
   * @param value what stands in it at first; empty for nothing
   * @param choices what may stand in it; empty for anything
   * @param least the smallest number; empty for none
   * @param most the greatest; empty for none
   */
  public record Question(
      String path,
      String kind,
      String label,
      String help,
      boolean isRequired,
      String value,
      List<Choice> choices,
      String least,
      String most) {}

  /** A value, and what it is called. */
  public record Choice(String value, String words) {}

  /**
   * A column of a list.
   *
   * @param headings that are known for it, divided by vertical bars
   */
  public record Column(
      String name, String help, String headings, boolean isRequired, boolean isDay) {}

  /**
   * Writes the form.
   *
   * @throws org.desist.error.DesistException STORAGE when it cannot be written
   */
  public static void write(Path file) {
    Pages.write("form", render(), file);
  }

  static String render() {
    return Pages.renderScripted(
        FOLDER + "form.html",
        FOLDER + "form.js",
        Map.of("sections", new RequestForm(schema()).sections(), "columns", columns()));
  }

  private static JsonNode schema() {
    try {
      return new ObjectMapper().readTree(Resources.text("contract/request.schema.json"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a schema of the class path is JSON", e);
    }
  }

  private static List<Column> columns() {
    return ParticipantFile.contract().fields().stream().map(RequestForm::column).toList();
  }

  private static Column column(Field field) {
    return new Column(
        field.name(),
        field.description(),
        String.join("|", ParticipantFile.headings().get(field.name())),
        field.required(),
        field.type() == FieldType.DATE);
  }

  /** In the order of the schema; keys of the request itself between two parts stand together. */
  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    List<Question> own = new ArrayList<>();
    List<String> required = texts(schema.path("required"));
    schema
        .path("properties")
        .properties()
        .forEach(
            key -> {
              JsonNode part = key.getValue();
              if (part.has("properties")) {
                addOwn(sections, own);
                List<Question> questions = new ArrayList<>();
                List<String> inner = texts(part.path("required"));
                part.path("properties")
                    .properties()
                    .forEach(
                        one ->
                            questions.add(
                                question(
                                    key.getKey() + "." + one.getKey(),
                                    one.getKey(),
                                    one.getValue(),
                                    inner.contains(one.getKey()))));
                sections.add(new Section(title(key.getKey()), help(part), questions));
              } else {
                own.add(
                    question(key.getKey(), key.getKey(), part, required.contains(key.getKey())));
              }
            });
    addOwn(sections, own);
    return sections;
  }

  private static void addOwn(List<Section> sections, List<Question> own) {
    if (!own.isEmpty()) {
      sections.add(new Section(sections.isEmpty() ? "The request" : "More", "", List.copyOf(own)));
      own.clear();
    }
  }

  private Question question(String path, String key, JsonNode written, boolean isRequired) {
    JsonNode node = resolved(written);
    List<Choice> choices = choices(key, node);
    return new Question(
        path,
        kind(node, choices),
        title(key),
        help(written),
        isRequired,
        key.equals("participants") ? "participants.csv" : "",
        choices,
        node.path("minimum").asText(""),
        node.path("maximum").asText(""));
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? schema.at(node.path("$ref").textValue().substring(1)) : node;
  }

  private List<Choice> choices(String key, JsonNode node) {
    JsonNode items = resolved(node.path("items"));
    List<Choice> choices = new ArrayList<>();
    if (node.has("oneOf")) {
      choices.add(new Choice("national", "the whole nation"));
      ReferenceNames.regions().forEach((code, name) -> choices.add(region(code, name)));
    } else if (key.equals("region")) {
      ReferenceNames.regions().forEach((code, name) -> choices.add(region(code, name)));
    } else if (key.equals("index_offence_group")) {
      ReferenceNames.offenceGroups().forEach(group -> choices.add(new Choice(group, group)));
    } else {
      // Members of a pair have theirs one level deeper.
      JsonNode values =
          node.has("enum") ? node : items.has("enum") ? items : resolved(items.path("items"));
      texts(values.path("enum")).forEach(value -> choices.add(new Choice(value, words(value))));
    }
    return choices;
  }

  private static Choice region(String code, String name) {
    return new Choice(code, "%s (%s)".formatted(name, code));
  }

  private String kind(JsonNode node, List<Choice> choices) {
    String type = node.path("type").asText("");
    if (type.equals("array")) {
      return resolved(node.path("items")).path("type").asText("").equals("array")
          ? "pairs"
          : "several";
    }
    if (!choices.isEmpty()) {
      return "choice";
    }
    return switch (type) {
      case "integer" -> "whole";
      case "number" -> "number";
      case "boolean" -> "flag";
      case "object" -> "names";
      default ->
          node.path("type").isArray()
              ? "word-or-number"
              : node.path("pattern").asText("").contains("[0-9]{4}-[0-9]{2}") ? "day" : "text";
    };
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.textValue()));
    return texts;
  }

  private static String help(JsonNode node) {
    String text = node.path("description").asText("");
    return text.isEmpty() ? "" : text + ".";
  }

  private static String title(String key) {
    String words = key.replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String words(String value) {
    return SEXES.getOrDefault(value, value.toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
