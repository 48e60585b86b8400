// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What the codes of areas are called, from the reference tables. */
final class ReferenceNames {
  private static final Map<String, String> TYPES =
      Map.of(
          "CRC", "community rehabilitation companies",
          "NPS_DIVISION", "National Probation Service",
          "TRUST", "probation trusts",
          "REGION", "regions of 2021",
          "EXTERNAL", "outside England and Wales",
          "NATIONAL", "national units");

  private final Map<String, String> regions;
  private final Map<String, String> providers;

  private ReferenceNames(Map<String, String> regions, Map<String, String> providers) {
    this.regions = regions;
    this.providers = providers;
  }

  static ReferenceNames load() {
    return new ReferenceNames(
        names("region.csv", "region_code", "region_name"),
        names("provider.csv", "provider_code", "provider_name"));
  }

  /** The name of an area; its code where the tables have none. */
  String of(String geographyType, String code) {
    if (geographyType.equals("national")) {
      return code.equals("EW") ? "England and Wales" : code;
    }
    if (code.equals("NONE")) {
      return "no case at the time";
    }
    if (code.equals("UNKNOWN")) {
      return "not known";
    }
    if (geographyType.equals("provider_type")) {
      return TYPES.getOrDefault(code, code);
    }
    return (geographyType.equals("region") ? regions : providers).getOrDefault(code, code);
  }

  private static Map<String, String> names(String file, String codeColumn, String nameColumn) {
    Map<String, String> names = new TreeMap<>();
    try (InputStream input =
            ReferenceNames.class.getClassLoader().getResourceAsStream("sql/reference/" + file);
        CsvReader<NamedCsvRecord> reader =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(input, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : reader) {
        names.putIfAbsent(row.getField(codeColumn), row.getField(nameColumn));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
