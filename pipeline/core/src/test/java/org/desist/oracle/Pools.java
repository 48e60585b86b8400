// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Small pools of codes: few enough for ties and coincidences, chosen from the reference tables by
 * what makes a difference, each with codes that no table knows.
 */
final class Pools {
  /** Codes of the last severity rank, and codes of no table on both sides of them. */
  static final List<String> LAST = List.of("00002", "50300", "95000", "99998");

  static final List<String> OFFENCES = offences();
  static final List<String> DISPOSALS = disposals();

  /** What most people do, so that most offences count: with a weight and in England. */
  static final List<String> USUAL = List.of("03900", "00801", "12500", "09230", "02800");

  /** With and without a region, abroad, not in the table, missing. */
  static final List<String> FORCES =
      withNull(List.of("01", "06", "20", "93", "97", unknownForce()));

  /** Of every type, in one region and in several, not in the table. */
  static final List<String> PROVIDERS =
      List.of("N07", "N50", "C07", "C01", "N01", "ASP", "N40", "X99");

  /** Two with a region, one without, one not in the table, missing. */
  static final List<String> UNITS =
      withNull(List.of("LDNBBG", firstOf("delivery_unit", "L"), "N43ALL", "ZZZ99"));

  static final List<String> AUTHORITIES =
      withNull(List.of("E06000001", firstOf("local_authority", "L"), "E99999999"));

  static final List<String> PRISONS = List.of("ACI", "AKI", "MRI", "ZZI");

  private Pools() {}

  /** One code of each group and mode, breaches, codes without a weight, codes not in the table. */
  private static List<String> offences() {
    Map<String, String> found = new LinkedHashMap<>();
    for (Map<String, String> row : Reference.rows("offence")) {
      String kind =
          String.join(
              "|",
              row.get("offence_group"),
              row.get("court_mode"),
              row.get("is_recordable"),
              row.get("is_breach"),
              String.valueOf(row.get("ogrs3_weight").isEmpty()));
      found.putIfAbsent(kind, row.get("ho_code"));
    }
    List<String> pool = new ArrayList<>(found.values());
    pool.addAll(LAST);
    return List.copyOf(pool);
  }

  /** Two codes of each category, most severe first, and one not in the table. */
  private static List<String> disposals() {
    List<String> pool = new ArrayList<>();
    Reference.rows("disposal").stream()
        .sorted(Comparator.comparingInt(row -> Integer.parseInt(row.get("severity_rank"))))
        .map(row -> row.get("disposal_category"))
        .distinct()
        .forEach(
            category ->
                Reference.rows("disposal").stream()
                    .filter(row -> row.get("disposal_category").equals(category))
                    .limit(2)
                    .forEach(row -> pool.add(row.get("disposal_code"))));
    pool.add("9998");
    return List.copyOf(pool);
  }

  private static String firstOf(String table, String region) {
    return Reference.rows(table).stream()
        .filter(row -> row.get("region_code").equals(region))
        .map(row -> row.get(table + "_code"))
        .findFirst()
        .orElseThrow();
  }

  private static String unknownForce() {
    List<String> known =
        Reference.rows("police_force").stream().map(row -> row.get("force_code")).toList();
    return IntStream.range(0, 100)
        .mapToObj("%02d"::formatted)
        .filter(code -> !known.contains(code))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> withNull(List<String> codes) {
    List<String> all = new ArrayList<>(codes);
    all.add(null);
    return all;
  }
}
