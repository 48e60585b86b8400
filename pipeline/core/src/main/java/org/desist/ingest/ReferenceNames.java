// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desist.engine.Resources;

/** What codes of the packaged reference tables are called. */
public final class ReferenceNames {
  private ReferenceNames() {}

  /** Names of the regions of 2021 by letter. */
  public static Map<String, String> regions() {
    return names("region.csv", "region_code", "region_name");
  }

  /** Names of providers of probation by code. */
  public static Map<String, String> providers() {
    return names("provider.csv", "provider_code", "provider_name");
  }

  /**
   * Names of the areas of a kind by code; empty for a kind that has no table.
   *
   * @param geographyType as the marts call it, such as {@code police_force}
   */
  public static Map<String, String> areas(String geographyType) {
    return switch (geographyType) {
      case "region" -> regions();
      case "region_draft_2019" ->
          names("region_draft_2019.csv", "region_code_draft", "region_name_draft");
      case "provider" -> providers();
      case "delivery_unit" ->
          names("delivery_unit.csv", "delivery_unit_code", "delivery_unit_name");
      case "police_force" -> names("police_force.csv", "force_code", "force_name");
      case "local_authority" -> names("local_authority.csv", "local_authority_code", "name");
      case "prison" -> names("prison.csv", "establishment_code", "name");
      default -> Map.of();
    };
  }

  /** Groups of offences, as published tables spell them. */
  public static Set<String> offenceGroups() {
    return names("offence.csv", "offence_group", "offence_group").keySet();
  }

  /** Parent groups of the Home Office by offence code. */
  public static Map<String, String> parentGroups() {
    return names("offence.csv", "ho_code", "parent_group");
  }

  /** What a column says of each code; of a code that is there twice, what it says first. */
  static Map<String, String> names(String file, String codeColumn, String nameColumn) {
    Map<String, String> names = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(Resources.text("sql/reference/" + file))) {
      for (NamedCsvRecord row : reader) {
        names.putIfAbsent(row.getField(codeColumn), row.getField(nameColumn));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableMap(names);
  }
}
