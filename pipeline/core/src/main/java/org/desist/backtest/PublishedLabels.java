// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.desist.contract.ListedValues;
import org.desist.engine.Resources;
import org.desist.error.Nearest;
import org.desist.ingest.ReferenceNames;

/**
 * What published tables call ages, breakdowns, categories and areas. The marts' own codes are
 * known, areas by their names in the reference tables too, and other words are in {@code
 * contract/published.labels.json}. Capitals, blanks and dashes make no difference.
 */
final class PublishedLabels {
  private static final String LOCATION = "contract/published.labels.json";
  private static final String BREAKDOWN = "breakdown";
  private static final String WITHHELD = "withheld";
  private static final int FEW = 30;
  private static final String MEMBER = "restricted/cohort_member/";

  private final JsonNode listed;
  private final ListedValues marts = ListedValues.ofMarts();
  private final Map<String, Map<String, String>> areas = new TreeMap<>();
  private final Map<String, Map<String, String>> categories = new TreeMap<>();

  private PublishedLabels(JsonNode listed) {
    this.listed = listed;
  }

  static PublishedLabels read() {
    try {
      return new PublishedLabels(new ObjectMapper().readTree(Resources.text(LOCATION)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(LOCATION + " is no JSON", e);
    }
  }

  /** {@code adult}, {@code juvenile}, or an empty text for both. */
  Optional<String> ages(String text) {
    return Optional.ofNullable(words(listed.path("adult_child")).get(folded(text)));
  }

  /** The breakdown of the marts. */
  Optional<String> breakdown(String text) {
    return Optional.ofNullable(breakdowns().get(folded(text)));
  }

  /** The category of a breakdown of the marts. */
  Optional<String> category(String breakdown, String text) {
    return Optional.ofNullable(categories(breakdown).get(folded(text)));
  }

  /** The code of the nation, when a text means it. */
  Optional<String> nation(String text) {
    return Optional.ofNullable(words(listed.path("nation")).get(folded(text)));
  }

  /** The code of an area of a kind. */
  Optional<String> area(String geographyType, String text) {
    return Optional.ofNullable(areas(geographyType).get(folded(text)));
  }

  /** The kind of area of the marts. */
  Optional<String> kind(String text) {
    return kinds().stream().filter(kind -> folded(kind).equals(folded(text))).findFirst();
  }

  /** Whether a text in place of a count says that it was withheld. */
  boolean isWithheld(String text) {
    return text.isEmpty() || listed(WITHHELD).contains(folded(text));
  }

  /** The marks of counts that were withheld. */
  String withheldMarks() {
    return String.join(" ", listed(WITHHELD));
  }

  /** What somebody who wrote an unknown breakdown may have meant, as the end of a message. */
  String nearestBreakdown(String text) {
    return nearest(text, breakdowns().keySet());
  }

  /** The same of a category. */
  String nearestCategory(String breakdown, String text) {
    return nearest(text, categories(breakdown).keySet());
  }

  /** The same of a kind of area. */
  String nearestKind(String text) {
    return nearest(text, kinds());
  }

  /** The same of an area: those that share the name, another kind that has it, or one like it. */
  String nearestArea(String geographyType, String text) {
    List<String> namesakes = namesakes(geographyType).getOrDefault(folded(text), List.of());
    if (namesakes.size() > 1) {
      return " by name alone: write one of the codes " + String.join(", ", namesakes);
    }
    return kinds().stream()
        .filter(kind -> area(kind, text).isPresent())
        .findFirst()
        .map(
            kind ->
                "; it is a %s: write %s in geography_type".formatted(kind.replace('_', ' '), kind))
        .orElseGet(() -> nearest(text, areas(geographyType).keySet()));
  }

  /** The nearest word; of bands all, since the one whose digits are nearest is another band. */
  private static String nearest(String text, Collection<String> known) {
    boolean isBand = text.chars().anyMatch(Character::isDigit);
    Optional<String> nearest = isBand ? Optional.empty() : Nearest.to(folded(text), known);
    if (nearest.isPresent()) {
      return "; the nearest is " + nearest.get();
    }
    return known.size() > FEW
        ? ""
        : "; there are "
            + known.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
  }

  private List<String> kinds() {
    return listed("geography_type");
  }

  private List<String> listed(String name) {
    List<String> words = new ArrayList<>();
    listed.path(name).forEach(word -> words.add(word.asText()));
    return words;
  }

  private Map<String, String> breakdowns() {
    return words(listed.path(BREAKDOWN));
  }

  private Map<String, String> categories(String breakdown) {
    return categories.computeIfAbsent(
        breakdown,
        key -> {
          Map<String, String> codes = words(listed.path("category").path(key));
          marts.of(MEMBER + key).forEach(code -> codes.put(folded(code), code));
          return codes;
        });
  }

  /** Codes by name and by themselves; a name that several have is none of theirs. */
  private Map<String, String> areas(String geographyType) {
    return areas.computeIfAbsent(
        geographyType,
        key -> {
          Map<String, String> codes = new LinkedHashMap<>();
          namesakes(key)
              .forEach(
                  (name, all) -> {
                    if (all.size() == 1) {
                      codes.put(name, all.get(0));
                    }
                  });
          ReferenceNames.areas(key).keySet().forEach(code -> codes.put(folded(code), code));
          return codes;
        });
  }

  private static Map<String, List<String>> namesakes(String geographyType) {
    Map<String, List<String>> codes = new LinkedHashMap<>();
    ReferenceNames.areas(geographyType)
        .forEach(
            (code, name) ->
                codes.computeIfAbsent(folded(name), key -> new ArrayList<>()).add(code));
    return codes;
  }

  /** Codes by each of their words and by themselves. */
  private static Map<String, String> words(JsonNode list) {
    Map<String, String> codes = new LinkedHashMap<>();
    list.properties()
        .forEach(
            code -> {
              codes.put(folded(code.getKey()), code.getKey());
              code.getValue().forEach(word -> codes.put(folded(word.asText()), code.getKey()));
            });
    return codes;
  }

  /** {@code 10 to 14} and {@code 10 - 14} are one, so are {@code 11 or more} and {@code 11+}. */
  private static String folded(String text) {
    return text.strip()
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ')
        .replace("&", "and")
        .replaceAll("(?<=\\d)\\s*(?:to|-|\u2013)\\s*(?=\\d)", "-")
        .replaceAll("\\s*(?:\\+|or more|and over|or over)$", "+")
        .replaceAll("\\s+", " ");
  }
}
