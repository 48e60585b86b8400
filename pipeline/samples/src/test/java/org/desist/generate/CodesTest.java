// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Codes are real ones, and fit the time and the place. */
class CodesTest {
  private final GeneratedWorld world = GeneratedWorld.shared();

  @Test
  void offencesDisposalsForcesAndPrisonsAreInTheReferenceTables() {
    assertKnown("pnc_offence", "ho_code", "offence", "ho_code", 0.006);
    assertKnown("pnc_disposal", "disposal_code", "disposal", "disposal_code", 0.006);
    assertKnown("pnc_offence", "force_code", "police_force", "force_code", 0.004);
    assertKnown("prison_release", "establishment_code", "prison", "establishment_code", 0.006);
    assertKnown("probation_case", "provider_code", "provider", "provider_code", 0.006);
    assertKnown(
        "probation_case", "delivery_unit_code", "delivery_unit", "delivery_unit_code", 0.008);
    assertKnown(
        "probation_case", "local_authority_code", "local_authority", "local_authority_code", 0.008);
  }

  @Test
  void everyOffenceOfTheMixIsKnown() {
    Set<String> known = known("offence", "ho_code");
    assertThat(ResourceTable.own("offence_mix"))
        .allSatisfy(row -> assertThat(known).contains(row.getField("ho_code")));
  }

  @Test
  void disposalsOfEveryCategoryOccur() {
    Map<String, String> categories = new HashMap<>();
    ResourceTable.reference("disposal")
        .forEach(r -> categories.put(r.getField("disposal_code"), r.getField("disposal_category")));
    Set<String> seen = new HashSet<>();
    world.rows("pnc_disposal").forEach(r -> seen.add(categories.get(r.getField("disposal_code"))));
    seen.remove(null);
    assertThat(seen).isEqualTo(new HashSet<>(categories.values()));
  }

  @Test
  void providersAreThoseOfTheDayAndOfTheHomeArea() {
    Map<String, NamedCsvRecord> providers = new HashMap<>();
    ResourceTable.reference("provider")
        .forEach(row -> providers.put(row.getField("provider_code"), row));
    Map<String, Set<String>> regions = new HashMap<>();
    for (NamedCsvRecord row : ResourceTable.reference("provider_region")) {
      regions
          .computeIfAbsent(row.getField("provider_code"), key -> new HashSet<>())
          .add(row.getField("region_code"));
    }
    Map<String, String> regionOf = new HashMap<>();
    ResourceTable.reference("local_authority")
        .forEach(
            row -> regionOf.put(row.getField("local_authority_code"), row.getField("region_code")));
    ResourceTable.reference("delivery_unit")
        .forEach(
            row -> regionOf.put(row.getField("delivery_unit_code"), row.getField("region_code")));

    int outOfTime = 0;
    int outOfPlace = 0;
    Set<String> types = new HashSet<>();
    List<NamedCsvRecord> cases = world.rows("probation_case");
    for (NamedCsvRecord row : cases) {
      NamedCsvRecord provider = providers.get(row.getField("provider_code"));
      if (provider == null || !row.getField("start_date").matches("\\d{4}-\\d\\d-\\d\\d")) {
        continue;
      }
      types.add(provider.getField("provider_type"));
      outOfTime += isValid(provider, LocalDate.parse(row.getField("start_date"))) ? 0 : 1;
      Set<String> served = regions.get(row.getField("provider_code"));
      for (String column : List.of("local_authority_code", "delivery_unit_code")) {
        String home = regionOf.get(row.getField(column));
        outOfPlace += served != null && home != null && !served.contains(home) ? 1 : 0;
      }
    }
    assertThat(types).contains("TRUST", "CRC", "NPS_DIVISION", "REGION");
    assertThat(outOfTime).isPositive().isLessThan(cases.size() / 100);
    assertThat(outOfPlace).isLessThan(cases.size() / 50);
  }

  @Test
  void womenLeaveWomensPrisons() {
    Map<String, String> sexes = new HashMap<>();
    ResourceTable.reference("prison")
        .forEach(row -> sexes.put(row.getField("establishment_code"), row.getField("sex")));
    for (NamedCsvRecord row : world.rows("prison_release")) {
      String prison = sexes.get(row.getField("establishment_code"));
      if (row.getField("sex").equals("M")) {
        assertThat(prison).isNotEqualTo("F");
      }
    }
  }

  private void assertKnown(
      String resource, String column, String table, String key, double mostUnknown) {
    Set<String> known = known(table, key);
    List<NamedCsvRecord> rows = world.rows(resource);
    long unknown =
        rows.stream()
            .map(row -> row.getField(column))
            .filter(code -> !code.isEmpty() && !known.contains(code))
            .count();
    assertThat(unknown).as(column).isPositive().isLessThan((long) (mostUnknown * rows.size()) + 1);
  }

  private static Set<String> known(String table, String key) {
    return ResourceTable.reference(table).stream()
        .map(row -> row.getField(key))
        .collect(Collectors.toSet());
  }

  private static boolean isValid(NamedCsvRecord provider, LocalDate day) {
    String from = provider.getField("valid_from");
    String to = provider.getField("valid_to");
    return (from.isEmpty() || !day.isBefore(LocalDate.parse(from)))
        && (to.isEmpty() || !day.isAfter(LocalDate.parse(to)));
  }
}
