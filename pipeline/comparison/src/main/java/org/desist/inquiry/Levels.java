// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.Locale;
import java.util.Map;
import org.desist.ingest.ReferenceNames;

/** Levels of traits in words. */
final class Levels {
  private static final Map<String, String> SEXES = Map.of("F", "women", "M", "men", "U", "unknown");
  private static final Map<String, String> REGIONS = ReferenceNames.regions();

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
}
