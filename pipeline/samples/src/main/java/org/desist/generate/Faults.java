// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The errors of delivery, each at a realistic rate, at most one in a row. */
final class Faults {
  private final Map<String, List<Fault>> byExtract = new HashMap<>();

  private Faults() {}

  /** The usual faults of a snapshot of a day. */
  static Faults usual(LocalDate snapshot) {
    Faults faults = new Faults();
    faults.byExtract.put("pnc_person", person());
    faults.byExtract.put("pnc_event", event(snapshot));
    faults.byExtract.put("pnc_offence", offence());
    faults.byExtract.put("pnc_disposal", disposal());
    faults.byExtract.put("prison_release", release());
    faults.byExtract.put("probation_case", supervision());
    faults.byExtract.put("assessment", assessment());
    faults.byExtract.put("intervention", intervention());
    return faults;
  }

  /** The row as delivered. Draws once, whether or not anything is wrong. */
  List<Row> apply(Draws draws, Row row) {
    double at = draws.unit();
    for (Fault fault : byExtract.getOrDefault(row.extract().name(), List.of())) {
      if (at < fault.rate()) {
        return fault.effect().apply(draws, row);
      }
      at -= fault.rate();
    }
    return List.of(row);
  }

  private static List<Fault> person() {
    return List.of(
        new Fault(0.0008, (draws, row) -> List.of(wrongLetter(row))),
        new Fault(0.0003, (draws, row) -> List.of(lowerCase(row, "pnc_id"))),
        Fault.missing(0.0001, "pnc_id"),
        Fault.repeated(0.001),
        Fault.contradicted(0.0004, "forenames", "Unknown"),
        Fault.text(0.0004, "date_of_birth", "1985-02-30"),
        Fault.text(0.0003, "date_of_birth", "17/04/1979"),
        new Fault(0.0004, (draws, row) -> List.of(moveYears(row, "date_of_birth", 20))),
        Fault.value(0.0004, "sex", "X"),
        Fault.value(0.0004, "ethnic_appearance", 9),
        Fault.text(0.0002, "ethnic_appearance", "W1"),
        Fault.value(0.002, "nationality", "NULL"),
        Fault.value(0.0002, "date_of_death", LocalDate.of(2012, 6, 1)));
  }

  private static List<Fault> event(LocalDate snapshot) {
    return List.of(
        Fault.missing(0.0004, "event_date"),
        Fault.text(0.0004, "event_date", "2014-13-01"),
        Fault.value(0.0003, "event_type", "CONVICTED"),
        Fault.value(0.0006, "pnc_id", new WrittenPncId(2001, 9_999_999).longForm()),
        new Fault(0.0004, (draws, row) -> List.of(wrongLetter(row))),
        Fault.missing(0.0001, "event_id"),
        Fault.repeated(0.0006),
        Fault.contradicted(0.0003, "court_or_force_code", "9999"),
        Fault.value(0.0002, "event_date", snapshot.plusDays(40)));
  }

  private static List<Fault> offence() {
    return List.of(
        Fault.value(0.002, "ho_code", "99999"),
        Fault.value(0.0004, "ho_code", "4600"),
        Fault.value(0.0003, "event_id", "E0000000999"),
        new Fault(0.0008, (draws, row) -> List.of(moveYears(row, "offence_start_date", 30))),
        new Fault(0.0005, Faults::endBeforeStart),
        Fault.text(0.0003, "offence_start_date", "00/00/0000"),
        Fault.value(0.001, "force_code", "19"),
        Fault.value(0.0002, "force_code", "MET"),
        Fault.value(0.0003, "prosecutor", "CPS"),
        Fault.text(0.0003, "taken_into_consideration", "Y"),
        Fault.repeated(0.0006),
        Fault.contradicted(0.0003, "ho_code", "10501"));
  }

  private static List<Fault> disposal() {
    return List.of(
        Fault.value(0.0015, "disposal_code", "3070"),
        Fault.value(0.0003, "disposal_code", "116"),
        Fault.value(0.0003, "disposal_seq", 0),
        Fault.text(0.0003, "duration_value", "six"),
        Fault.value(0.0002, "duration_value", -12),
        Fault.value(0.0003, "duration_unit", "Q"),
        Fault.value(0.0003, "fine_amount", new BigDecimal("-80.00")),
        Fault.value(0.0003, "offence_id", "O0000000999"),
        Fault.repeated(0.0005),
        Fault.contradicted(0.0003, "disposal_code", "1030"));
  }

  private static List<Fault> release() {
    return List.of(
        new Fault(0.001, Faults::releasedBeforeReception),
        Fault.value(0.001, "establishment_code", "QQI"),
        new Fault(0.0006, (draws, row) -> List.of(lowerCase(row, "noms_number"))),
        Fault.missing(0.0004, "release_date"),
        Fault.text(0.0004, "release_date", "2016/05/04"),
        Fault.value(0.0005, "release_type", "BAIL"),
        Fault.value(0.0003, "sentence_length_days", 0),
        Fault.repeated(0.001),
        Fault.contradicted(0.0004, "establishment_code", "LEI"));
  }

  private static List<Fault> supervision() {
    return List.of(
        new Fault(0.001, Faults::endedBeforeStart),
        Fault.value(0.001, "provider_code", "ZZZ"),
        Fault.value(0.003, "provider_code", "N56"),
        Fault.value(0.002, "delivery_unit_code", "N52XXXX"),
        Fault.value(0.002, "local_authority_code", "E07999999"),
        Fault.value(0.0004, "sentence_type", "COMMUNITY"),
        Fault.value(0.0004, "risk_of_harm", "MED"),
        Fault.missing(0.0004, "start_date"),
        Fault.text(0.0004, "allocation_date", "tomorrow"),
        Fault.value(0.0003, "crn", "X12345"),
        Fault.repeated(0.001),
        Fault.contradicted(0.0004, "risk_of_harm", "VERY_HIGH"));
  }

  private static List<Fault> assessment() {
    return List.of(
        Fault.value(0.0006, "drugs", -1),
        Fault.text(0.0006, "thinking", "high"),
        Fault.missing(0.0003, "assessment_date"),
        Fault.repeated(0.0006));
  }

  private static List<Fault> intervention() {
    return List.of(
        Fault.value(0.0008, "service_type", "PROGRAMME"),
        Fault.text(0.0006, "completed", "yes"),
        Fault.missing(0.0003, "start_date"),
        Fault.repeated(0.0006));
  }

  private static Row wrongLetter(Row row) {
    String id = (String) row.cell("pnc_id");
    char letter = id.charAt(id.length() - 1) == 'K' ? 'M' : 'K';
    return row.with("pnc_id", id.substring(0, id.length() - 1) + letter);
  }

  private static Row lowerCase(Row row, String column) {
    return row.with(column, ((String) row.cell(column)).toLowerCase(Locale.ROOT));
  }

  private static Row moveYears(Row row, String column, int years) {
    return row.cell(column) instanceof LocalDate date
        ? row.with(column, date.plusYears(years))
        : row;
  }

  private static List<Row> endBeforeStart(Draws draws, Row row) {
    return row.cell("offence_start_date") instanceof LocalDate start
        ? List.of(row.with("offence_end_date", start.minusDays(draws.between(1, 30))))
        : List.of(row);
  }

  private static List<Row> releasedBeforeReception(Draws draws, Row row) {
    LocalDate released = (LocalDate) row.cell("release_date");
    return List.of(row.with("reception_date", released.plusDays(draws.between(1, 40))));
  }

  private static List<Row> endedBeforeStart(Draws draws, Row row) {
    LocalDate start = (LocalDate) row.cell("start_date");
    return List.of(row.with("end_date", start.minusDays(draws.between(1, 40))));
  }
}
