// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desist.contract.Field;

/**
 * The short form of a police record, {@code pnc}: a row per offence, with its event and its
 * disposals beside it.
 */
final class RecordRows {
  private static final int DAYS_TO_CONVICTION = 30;

  /** Beside those of an offence. */
  private static final Set<String> COLUMNS =
      Set.of(Expansion.PERSON, Expansion.EVERYONE, "event_type", "event_date", "disposal");

  private final Cast cast;
  private final Extracts extracts;
  private final Set<String> events = new HashSet<>();
  private final Map<String, Integer> offences = new TreeMap<>();
  private int unnamed;

  RecordRows(Cast cast, Extracts extracts) {
    this.cast = cast;
    this.extracts = extracts;
  }

  void add(Map<String, String> row) {
    for (String column : row.keySet()) {
      if (!COLUMNS.contains(column)
          && Extracts.CONTRACT.resource("pnc_offence").orElseThrow().fields().stream()
              .noneMatch(field -> field.name().equals(column))) {
        throw new IllegalArgumentException("pnc has no column " + column);
      }
    }
    String id = row.getOrDefault("event_id", "");
    String shownId = id.isEmpty() ? String.format(Locale.ROOT, "e%02d", ++unnamed) : id;
    String name = row.get(Expansion.PERSON);
    String eventId = cast.writtenFor(name, "event_id", shownId);
    String type = row.getOrDefault("event_type", "CONVICTION");
    if (events.add(eventId)) {
      Map<String, String> event = new LinkedHashMap<>();
      event.put("event_id", eventId);
      event.put("pnc_id", cast.person(name).identity().get("pnc_id"));
      event.put("event_type", type);
      event.put("event_date", row.get("event_date"));
      extracts.add("pnc_event", event);
    }
    String offenceId = offenceId(row, name, shownId);
    Map<String, String> offence = new LinkedHashMap<>();
    offence.put("offence_id", offenceId);
    offence.put("event_id", eventId);
    offence.put("ho_code", row.getOrDefault("ho_code", Defaults.OFFENCE));
    offence.put(
        "offence_start_date",
        row.containsKey("offence_start_date")
            ? row.get("offence_start_date")
            : LocalDate.parse(row.get("event_date")).minusDays(DAYS_TO_CONVICTION).toString());
    for (Field field : Extracts.CONTRACT.resource("pnc_offence").orElseThrow().fields()) {
      if (row.containsKey(field.name()) && !offence.containsKey(field.name())) {
        offence.put(field.name(), row.get(field.name()));
      }
    }
    extracts.add("pnc_offence", offence);
    disposals(offenceId, row.getOrDefault("disposal", usual(type)));
  }

  private String offenceId(Map<String, String> row, String name, String shownEvent) {
    if (row.containsKey("offence_id")) {
      return cast.writtenFor(name, "offence_id", row.get("offence_id"));
    }
    int count = offences.merge(name + " " + shownEvent, 1, Integer::sum);
    return cast.writtenFor(name, "offence_id", shownEvent + "." + count);
  }

  private static String usual(String type) {
    return type.equals("CONVICTION") ? Defaults.DISPOSAL : "";
  }

  /** Codes in the order of their sequence. */
  private void disposals(String offenceId, String codes) {
    int sequence = 0;
    for (String code : codes.split(" ", -1)) {
      if (!code.isEmpty()) {
        Map<String, String> disposal = new LinkedHashMap<>();
        disposal.put("offence_id", offenceId);
        disposal.put("disposal_seq", Integer.toString(++sequence));
        disposal.put("disposal_code", code);
        extracts.add("pnc_disposal", disposal);
      }
    }
  }
}
