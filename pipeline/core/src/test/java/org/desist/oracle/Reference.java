// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The reference tables, by code. */
final class Reference {
  /** A Home Office offence code. A blank OGRS3 weight is null, a blank category empty. */
  record Code(
      String group,
      int severityRank,
      String courtMode,
      boolean isRecordable,
      boolean isBreach,
      String ogrs3Category,
      Double ogrs3Weight,
      String segment) {}

  /** A disposal code. */
  record Result(String category, int severityRank) {}

  /** A police force; the region is null when it has none. */
  record Force(boolean isEnglandWales, String region) {}

  /** An unknown code is behind every known one in severity. */
  private static final Code UNKNOWN_CODE =
      new Code("Other", Integer.MAX_VALUE, "unknown", true, false, "", null, "other");

  private static final Reference LOADED = new Reference();

  private final Map<String, Code> codes =
      table(
          "offence",
          "ho_code",
          row ->
              new Code(
                  row.get("offence_group"),
                  Integer.parseInt(row.get("severity_rank")),
                  row.get("court_mode"),
                  row.get("is_recordable").equals("true"),
                  row.get("is_breach").equals("true"),
                  row.get("ogrs3_category"),
                  row.get("ogrs3_weight").isEmpty()
                      ? null
                      : Double.valueOf(row.get("ogrs3_weight")),
                  row.get("segment")));

  private final Map<String, Result> results =
      table(
          "disposal",
          "disposal_code",
          row ->
              new Result(row.get("disposal_category"), Integer.parseInt(row.get("severity_rank"))));

  private final Map<String, Force> forces =
      table(
          "police_force",
          "force_code",
          row -> new Force(row.get("is_england_wales").equals("true"), region(row)));

  private final Map<String, String> ethnicities =
      table("ethnic_appearance", "code", row -> row.get("ethnicity"));
  private final Map<String, String> unitRegions =
      table("delivery_unit", "delivery_unit_code", Reference::region);
  private final Map<String, String> authorityRegions =
      table("local_authority", "local_authority_code", Reference::region);
  private final Map<String, String> providerTypes =
      table("provider", "provider_code", row -> row.get("provider_type"));
  private final Map<String, String> drafts =
      table("region_draft_2019", "region_code_2021", row -> row.get("region_code_draft"));
  private final Map<String, String> resettlementAreas =
      table("prison", "establishment_code", row -> row.get("resettlement_area"));
  private final Map<String, String> prisonOperators =
      table("prison", "establishment_code", row -> row.get("operator"));
  private final List<Map<String, String>> providerRegions = rows("provider_region");

  static Reference load() {
    return LOADED;
  }

  static List<Map<String, String>> rows(String table) {
    return Csv.resource("sql/reference/" + table + ".csv");
  }

  Code code(String hoCode) {
    return codes.getOrDefault(hoCode, UNKNOWN_CODE);
  }

  /** An unknown disposal code is OTHER, in any event. */
  Result result(String disposalCode) {
    return results.getOrDefault(disposalCode, category("OTHER"));
  }

  /** A category with its severity rank, which is the same for every code of it. */
  Result category(String category) {
    return results.values().stream()
        .filter(result -> result.category().equals(category))
        .findAny()
        .orElseThrow();
  }

  /** A missing or unknown force counts as England and Wales and has no region. */
  Force force(String forceCode) {
    return forces.getOrDefault(forceCode, new Force(true, null));
  }

  String ethnicity(Integer appearance) {
    return ethnicities.getOrDefault(String.valueOf(appearance), "Unknown");
  }

  String unitRegion(String unit) {
    return unitRegions.get(unit);
  }

  String authorityRegion(String authority) {
    return authorityRegions.get(authority);
  }

  String providerType(String provider) {
    return providerTypes.getOrDefault(provider, "UNKNOWN");
  }

  /** The region of a provider that lies wholly in one, else null. */
  String providerRegion(String provider) {
    List<Map<String, String>> found =
        providerRegions.stream().filter(row -> row.get("provider_code").equals(provider)).toList();
    return found.size() == 1 && found.get(0).get("share_basis").equals("whole")
        ? region(found.get(0))
        : null;
  }

  /**
   * The contract area of a resettlement prison of 2014; any other prison, or an unknown one: NONE.
   */
  String resettlementArea(String prison) {
    return known(resettlementAreas.get(prison), "NONE");
  }

  /** Who ran a prison in 2014; of an unknown one, and where nobody knows: UNKNOWN. */
  String prisonOperator(String prison) {
    return known(prisonOperators.get(prison), "UNKNOWN");
  }

  private static String known(String code, String otherwise) {
    return code == null || code.isEmpty() ? otherwise : code;
  }

  /** The 2019 draft area of a 2021 region. Greater Manchester was part of draft area B. */
  String draft(String region) {
    return region.equals("L") ? "B" : drafts.getOrDefault(region, "UNKNOWN");
  }

  private static String region(Map<String, String> row) {
    return row.get("region_code").isEmpty() ? null : row.get("region_code");
  }

  private static <T> Map<String, T> table(
      String table, String key, Function<Map<String, String>, T> read) {
    Map<String, T> entries = new HashMap<>();
    for (Map<String, String> row : rows(table)) {
      entries.put(row.get(key), read.apply(row));
    }
    return entries;
  }
}
