// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.util.Locale;
import java.util.Map;

/** What a row says where its table has no such column. The book tells its readers the same. */
final class Defaults {
  static final String OFFENCE = "03900";
  static final String DISPOSAL = "1015";

  private Defaults() {}

  /**
   * Values by column.
   *
   * @param count which row of the case it is, for ids
   */
  static Map<String, String> of(String resource, int count) {
    String id =
        String.format(Locale.ROOT, "%s%02d", resource.charAt(resource.indexOf('_') + 1), count);
    return switch (resource) {
      case "pnc_event" ->
          Map.of("event_id", id, "event_type", "CONVICTION", "event_date", "2015-06-01");
      case "pnc_offence" -> Map.of("offence_id", id, "ho_code", OFFENCE);
      case "pnc_disposal" -> Map.of("disposal_seq", "1", "disposal_code", DISPOSAL);
      case "prison_release" ->
          Map.of(
              "release_id", id,
              "noms_number", id,
              "establishment_code", "ACI",
              "release_type", "LICENCE",
              "release_date", "2016-02-10");
      case "probation_case" ->
          Map.of(
              "case_id", id,
              "crn", id,
              "sentence_type", "COMMUNITY_ORDER",
              "provider_code", "N07",
              "start_date", "2016-02-10");
      case "assessment" -> Map.of("assessment_id", id, "crn", id, "assessment_date", "2016-02-10");
      case "intervention" ->
          Map.of(
              "intervention_id",
              id,
              "crn",
              id,
              "service_type",
              "OTHER",
              "start_date",
              "2016-02-10");
      case "requirement" ->
          Map.of(
              "requirement_id",
              id,
              "requirement_type",
              "OTHER",
              "due_date",
              "2016-02-10",
              "funding",
              "GRANT");
      case "contact" -> Map.of("contact_id", id, "contact_date", "2016-02-10", "form", "OFFICE");
      case "performance_measure" ->
          Map.of(
              "measure",
              id,
              "provider_code",
              "N07",
              "period_start",
              "2016-01-01",
              "period_end",
              "2016-03-31");
      case "iom_nomination" ->
          Map.of(
              "nomination_id", id,
              "force_code", "01",
              "kind", "NAMED",
              "start_date", "2016-01-01");
      default -> Map.of();
    };
  }
}
