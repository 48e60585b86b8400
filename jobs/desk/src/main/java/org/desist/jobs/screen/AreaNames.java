// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.util.HashMap;
import java.util.Map;
import org.desist.ingest.ReferenceNames;

/** What the codes of areas are called, from the reference tables. */
final class AreaNames {
  private static final Map<String, String> TYPES =
      Map.of(
          "CRC", "community rehabilitation companies",
          "NPS_DIVISION", "National Probation Service",
          "TRUST", "probation trusts",
          "REGION", "regions of 2021",
          "EXTERNAL", "outside England and Wales",
          "NATIONAL", "national units");

  private final Map<String, Map<String, String>> byType = new HashMap<>();

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
    return byType.computeIfAbsent(geographyType, ReferenceNames::areas).getOrDefault(code, code);
  }
}
