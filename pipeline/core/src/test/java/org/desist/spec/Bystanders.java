// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.desist.identity.PncId;

/**
 * Rows about people whom no rule counts: penalty notices long ago, releases from remand, unlinked
 * cases. They make a snapshot as large as the guards want it.
 */
final class Bystanders {
  private static final int YEAR = 1999;

  private Bystanders() {}

  /** So many rows of every resource. */
  static Extracts of(int count) {
    Map<String, Integer> counts = new TreeMap<>();
    Extracts.CONTRACT.resources().forEach(resource -> counts.put(resource.name(), count));
    return of(counts);
  }

  /** Rows by resource; children share the parents there are. */
  static Extracts of(Map<String, Integer> counts) {
    Extracts extracts = new Extracts();
    counts.forEach(
        (resource, count) -> {
          for (int i = 0; i < count; i++) {
            extracts.add(resource, row(resource, i, counts));
          }
        });
    return extracts;
  }

  private static Map<String, String> row(String resource, int i, Map<String, Integer> counts) {
    Map<String, String> row = new LinkedHashMap<>();
    switch (resource) {
      case "pnc_person" -> {
        row.put("pnc_id", pncId(i));
        row.put("date_of_birth", "1950-05-05");
      }
      case "pnc_event" -> {
        row.put("event_id", id(i));
        row.put("pnc_id", pncId(i % counts.get("pnc_person")));
        row.put("event_type", "PENALTY_NOTICE");
        row.put("event_date", "1999-06-01");
      }
      case "pnc_offence" -> {
        row.put("offence_id", id(i));
        row.put("event_id", id(i % counts.get("pnc_event")));
        row.put("ho_code", Defaults.OFFENCE);
      }
      case "pnc_disposal" -> {
        row.put("offence_id", id(i % counts.get("pnc_offence")));
        row.put("disposal_seq", Integer.toString(1 + i / counts.get("pnc_offence")));
        row.put("disposal_code", Defaults.DISPOSAL);
      }
      case "prison_release" -> {
        row.put("release_id", id(i));
        row.put("noms_number", String.format(Locale.ROOT, "Z%04dZZ", i));
        row.put("establishment_code", "ACI");
        row.put("release_date", "1999-06-01");
        row.put("release_type", "REMAND");
      }
      case "probation_case" -> {
        row.put("case_id", id(i));
        row.put("crn", String.format(Locale.ROOT, "Z%06d", i));
        row.put("sentence_type", "LICENCE");
        row.put("start_date", "2015-06-01");
        row.put("provider_code", "N07");
      }
      case "assessment" -> {
        row.put("assessment_id", id(i));
        row.put("crn", "Z000000");
        row.put("assessment_date", "2015-06-01");
      }
      case "intervention" -> {
        row.put("intervention_id", id(i));
        row.put("crn", "Z000000");
        row.put("service_type", "OTHER");
        row.put("start_date", "2015-06-01");
      }
      case "requirement" -> {
        row.put("requirement_id", id(i));
        row.put("case_id", id(i % counts.get("probation_case")));
        row.put("requirement_type", "OTHER");
        row.put("due_date", "2015-06-01");
        row.put("funding", "GRANT");
      }
      case "contact" -> {
        row.put("contact_id", id(i));
        row.put("case_id", id(i % counts.get("probation_case")));
        row.put("contact_date", "2015-06-01");
        row.put("form", "OFFICE");
      }
      case "performance_measure" -> {
        row.put("measure", id(i));
        row.put("provider_code", "N07");
        row.put("period_start", "2015-06-01");
        row.put("period_end", "2015-08-31");
      }
      case "iom_nomination" -> {
        row.put("nomination_id", id(i));
        row.put("pnc_id", pncId(i % counts.get("pnc_person")));
        row.put("force_code", "01");
        row.put("kind", "NAMED");
        row.put("start_date", "1999-06-01");
      }
      default -> throw new IllegalArgumentException("No bystanders in " + resource);
    }
    return row;
  }

  private static String id(int i) {
    return String.format(Locale.ROOT, "bystander-%05d", i);
  }

  private static String pncId(int i) {
    return String.format(Locale.ROOT, "%d/%07d%s", YEAR, i + 1, PncId.checkLetter(YEAR, i + 1));
  }
}
