// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.desist.engine.Resources;

/** Levels of traits in words. */
final class Levels {
  private static final Map<String, String> SEXES = Map.of("F", "women", "M", "men", "U", "unknown");
  private static final Map<String, String> REGIONS = regions();

  private Levels() {}

  /** Such as "North West" for region B; the level itself where it is a word already. */
  static String words(String trait, String level) {
    return switch (trait) {
      case "region" -> REGIONS.getOrDefault(level, level);
      case "sex" -> SEXES.getOrDefault(level, level);
      case "index_category", "court_mode" -> level.toLowerCase(Locale.ROOT).replace('_', ' ');
      default -> level;
    };
  }

  private static Map<String, String> regions() {
    Map<String, String> names = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(Resources.text("sql/reference/region.csv"))) {
      for (NamedCsvRecord row : reader) {
        names.put(row.getField("region_code"), row.getField("region_name"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
