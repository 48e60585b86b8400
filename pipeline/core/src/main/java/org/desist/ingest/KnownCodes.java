// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.desist.contract.ListedValues;
import org.desist.error.Nearest;

/**
 * The places and categories that figures can be about, so that a file somebody wrote cannot ask for
 * what there is not. Records may carry codes that no list has; what people write may not.
 */
public final class KnownCodes {
  private static final int LISTED = 25;

  /** Names by code, by type of geography, in the order of METHOD 5. */
  private static final Map<String, Map<String, String>> PLACES = places();

  /**
   * Categories by breakdown, as the contract of the marts lists them; read when one is asked for.
   */
  private static final class Categories {
    private static final Map<String, List<String>> BY_BREAKDOWN = categories();
  }

  private KnownCodes() {}

  /**
   * What is wrong with a place, and the nearest right one.
   *
   * @param type such as {@code region}
   * @param code within the type
   * @return empty when there is such a place
   */
  public static Optional<String> faultOfPlace(String type, String code) {
    Map<String, String> codes = PLACES.get(type);
    if (codes == null) {
      return faultOfType(type);
    }
    if (codes.containsKey(code)) {
      return Optional.empty();
    }
    return Optional.of("no %s has the code %s: %s".formatted(type, code, instead(code, codes)));
  }

  /** What is wrong with a type of geography, and the nearest right one; empty when it is one. */
  public static Optional<String> faultOfType(String type) {
    return fault("type of geography", type, PLACES.keySet());
  }

  /** What is wrong with a breakdown, and the nearest right one; empty when it is one. */
  public static Optional<String> faultOfBreakdown(String breakdown) {
    return fault("breakdown", breakdown, Categories.BY_BREAKDOWN.keySet());
  }

  /** What is wrong with a category of a breakdown, or with that; empty when there is such a one. */
  public static Optional<String> faultOfCategory(String breakdown, String category) {
    List<String> categories = Categories.BY_BREAKDOWN.get(breakdown);
    return categories == null
        ? faultOfBreakdown(breakdown)
        : fault("category of " + breakdown, category, categories);
  }

  private static Optional<String> fault(String what, String value, Collection<String> known) {
    return known.contains(value)
        ? Optional.empty()
        : Optional.of("there is no %s %s: %s".formatted(what, value, instead(value, known)));
  }

  private static String instead(String code, Map<String, String> codes) {
    return codes.entrySet().stream()
        .filter(place -> place.getValue().equalsIgnoreCase(code.strip()))
        .findFirst()
        .map(place -> "that of %s is %s".formatted(place.getValue(), place.getKey()))
        .orElseGet(() -> instead(code, codes.keySet()));
  }

  private static String instead(String value, Collection<String> known) {
    return Nearest.to(value, known)
        .map(nearest -> "the nearest is " + nearest)
        .orElseGet(
            () ->
                known.size() > LISTED
                    ? "see the tables in sql/reference"
                    : "there are " + String.join(", ", known));
  }

  private static Map<String, Map<String, String>> places() {
    Map<String, Map<String, String>> places = new LinkedHashMap<>();
    places.put("national", Map.of("EW", "England and Wales"));
    places.put("region", names("region.csv", "region_code", "region_name", "UNKNOWN"));
    places.put(
        "region_draft_2019",
        names("region_draft_2019.csv", "region_code_draft", "region_name_draft", "UNKNOWN"));
    places.put("provider", names("provider.csv", "provider_code", "provider_name", "NONE"));
    places.put(
        "provider_type",
        names("provider.csv", "provider_type", "provider_type", "NONE", "UNKNOWN"));
    places.put(
        "delivery_unit",
        names("delivery_unit.csv", "delivery_unit_code", "delivery_unit_name", "NONE"));
    places.put("police_force", names("police_force.csv", "force_code", "force_name", "UNKNOWN"));
    places.put(
        "local_authority", names("local_authority.csv", "local_authority_code", "name", "UNKNOWN"));
    places.put("prison", names("prison.csv", "establishment_code", "name"));
    places.put("contract_area", contractAreas());
    Map<String, String> resettlementAreas = contractAreas();
    resettlementAreas.put("NONE", "NONE");
    places.put("resettlement_area", resettlementAreas);
    Map<String, String> operators = names("prison.csv", "operator", "operator", "UNKNOWN");
    operators.remove("");
    places.put("prison_operator", operators);
    return Collections.unmodifiableMap(places);
  }

  /** A breakdown is a column of the members, but for the total. */
  private static Map<String, List<String>> categories() {
    ListedValues values = ListedValues.ofMarts();
    Map<String, List<String>> categories = new LinkedHashMap<>();
    for (String breakdown : values.of("published/reoffending_rate/breakdown")) {
      categories.put(
          breakdown,
          breakdown.equals("total")
              ? List.of(breakdown)
              : values.of("restricted/cohort_member/" + breakdown));
    }
    return Collections.unmodifiableMap(categories);
  }

  /** The codes of a reference table, and those of people without a place. */
  private static Map<String, String> names(
      String file, String codeColumn, String nameColumn, String... others) {
    Map<String, String> names = new TreeMap<>(ReferenceNames.names(file, codeColumn, nameColumn));
    for (String other : others) {
      names.put(other, other);
    }
    return names;
  }

  /** Codes of 2014 belong to one structure only. */
  private static Map<String, String> contractAreas() {
    Map<String, String> kinds = names("organisation.csv", "organisation_code", "kind");
    Map<String, String> areas = names("organisation.csv", "organisation_code", "organisation_name");
    areas.keySet().removeIf(code -> !kinds.get(code).equals("CRC"));
    return areas;
  }
}
