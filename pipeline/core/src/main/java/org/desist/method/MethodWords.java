// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desist.engine.Resources;

/**
 * A method in plain English. The words of each setting are in {@code contract/method.words.json}:
 * {@code {}} stands for its value, {@code {%}} for it as a percentage, {@code {a=x|b=y}} for the
 * words of a value, and what follows {@code //} is said of an empty list. Words that end in no full
 * stop go on with the next setting.
 */
public final class MethodWords {
  private static final String LOCATION = "contract/method.words.json";
  private static final String UNNAMED = "Besides";
  private static final Pattern PLACE = Pattern.compile("\\{([^}]*)\\}");
  private static final int PERCENT = 2;

  private MethodWords() {}

  /**
   * One sentence of a method.
   *
   * @param heading of the part that it belongs to
   * @param settings paths of the settings it is about, such as {@code entry.adult_age}
   */
  public record Sentence(String heading, List<String> settings, String text) {
    public Sentence {
      settings = List.copyOf(settings);
    }
  }

  /** A setting in which two methods differ, with what each says of it; values as in a file. */
  public record Difference(
      String setting, String left, String right, String said, String saidRight) {}

  /**
   * A method, sentence by sentence.
   *
   * @param file a file or the name of a shipped method; null for the built-in method
   */
  public static List<Sentence> of(Path file) {
    Map<String, JsonNode> values = values(file);
    List<Sentence> sentences = new ArrayList<>();
    Map<String, JsonNode> unnamed = new LinkedHashMap<>(values);
    unnamed.remove("method");
    for (Map.Entry<String, JsonNode> part : words().properties()) {
      List<String> settings = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (Map.Entry<String, JsonNode> words : part.getValue().properties()) {
        settings.add(words.getKey());
        text.append(text.isEmpty() ? "" : " ")
            .append(said(words.getValue().asText(), unnamed.remove(words.getKey())));
        if (text.charAt(text.length() - 1) == '.') {
          sentences.add(new Sentence(part.getKey(), settings, text.toString()));
          settings.clear();
          text.setLength(0);
        }
      }
    }
    unnamed.forEach(
        (setting, value) ->
            sentences.add(
                new Sentence(UNNAMED, List.of(setting), setting + " is " + words(value) + ".")));
    return sentences;
  }

  /** Every setting whose values differ, in the order in which a method is read. */
  public static List<Difference> between(Path left, Path right) {
    Map<String, JsonNode> leftValues = values(left);
    Map<String, JsonNode> rightValues = values(right);
    List<Sentence> rightSentences = of(right);
    List<Difference> differences = new ArrayList<>();
    if (!isSame(leftValues.get("method"), rightValues.get("method"))) {
      differences.add(
          new Difference(
              "method",
              written(leftValues.get("method")),
              written(rightValues.get("method")),
              "Outputs name it so.",
              "Outputs name it so."));
    }
    for (Sentence sentence : of(left)) {
      for (String setting : sentence.settings()) {
        if (!isSame(leftValues.get(setting), rightValues.get(setting))) {
          differences.add(
              new Difference(
                  setting,
                  written(leftValues.get(setting)),
                  written(rightValues.get(setting)),
                  sentence.text(),
                  saying(setting, rightSentences)));
        }
      }
    }
    return differences;
  }

  private static String saying(String setting, List<Sentence> sentences) {
    return sentences.stream()
        .filter(sentence -> sentence.settings().contains(setting))
        .findFirst()
        .orElseThrow()
        .text();
  }

  /** Settings that have words, or a value, but not both; empty unless one was forgotten. */
  static Set<String> unmatched() {
    Set<String> named = new TreeSet<>();
    words().forEach(part -> part.fieldNames().forEachRemaining(named::add));
    Set<String> unmatched = new TreeSet<>(values(null).keySet());
    unmatched.remove("method");
    for (String name : named) {
      if (!unmatched.remove(name)) {
        unmatched.add(name);
      }
    }
    return unmatched;
  }

  private static JsonNode words() {
    try {
      return new ObjectMapper().readTree(Resources.text(LOCATION));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read " + LOCATION, e);
    }
  }

  /** Values by path; a list is one value. */
  private static Map<String, JsonNode> values(Path file) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    collect("", MethodFile.tree(file), values);
    return values;
  }

  private static void collect(String path, JsonNode node, Map<String, JsonNode> values) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
      if (entry.getValue().isObject()) {
        collect(key, entry.getValue(), values);
      } else {
        values.put(key, entry.getValue());
      }
    }
  }

  private static boolean isSame(JsonNode left, JsonNode right) {
    boolean areNumbers = left.isNumber() && right.isNumber();
    return areNumbers
        ? left.decimalValue().compareTo(right.decimalValue()) == 0
        : left.equals(right);
  }

  private static String said(String template, JsonNode value) {
    List<String> forms = List.of(template.split(" // ", -1));
    return PLACE
        .matcher(forms.size() > 1 && value.isEmpty() ? forms.get(1) : forms.get(0))
        .replaceAll(place -> Matcher.quoteReplacement(filled(place, value)));
  }

  private static String filled(MatchResult place, JsonNode value) {
    String how = place.group(1);
    if (how.isEmpty()) {
      return words(value);
    }
    if (how.equals("%")) {
      return plain(value.decimalValue().movePointRight(PERCENT)) + "%";
    }
    for (String choice : how.split("[|]", -1)) {
      if (choice.startsWith(value.asText() + "=")) {
        return choice.substring(choice.indexOf('=') + 1);
      }
    }
    return words(value);
  }

  /** A value in a sentence: codes in small letters, lists with "and" before the last. */
  private static String words(JsonNode value) {
    if (value.isObject()) {
      List<String> parts = new ArrayList<>();
      value
          .properties()
          .forEach(
              part -> parts.add(part.getKey().replace('_', ' ') + " " + words(part.getValue())));
      return "(" + String.join(", ", parts) + ")";
    }
    if (value.isArray()) {
      List<String> items = new ArrayList<>();
      value.forEach(item -> items.add(words(item)));
      int last = items.size() - 1;
      return last < 1
          ? String.join("", items)
          : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }
    String text = written(value);
    return text.matches("[A-Z]+(_[A-Z]+)*|[a-z]+(_[a-z]+)+")
        ? text.replace('_', ' ').toLowerCase(Locale.ROOT)
        : text;
  }

  /** A value as a file has it. */
  private static String written(JsonNode value) {
    return value.isNumber()
        ? plain(value.decimalValue())
        : value.isTextual() ? value.asText() : value.toString();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
