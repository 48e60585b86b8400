// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.desist.generate.Extract.ExtractRow;
import org.desist.generate.WrittenIdentity.WrittenPncId;

/** The errors of delivery, each at a realistic rate, at most one in a row. */
final class Faults {
  private final Map<String, List<InjectedFault>> byExtract = new HashMap<>();

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
    faults.byExtract.put("requirement", requirement());
    faults.byExtract.put("contact", contact());
    return faults;
  }

  private static List<InjectedFault> requirement() {
    return List.of(
        InjectedFault.missing(0.0008, "due_date"),
        InjectedFault.value(0.0008, "requirement_type", "Unpaid work"),
        InjectedFault.value(0.002, "case_id", "C0000000999"),
        InjectedFault.value(0.0005, "ordered", BigDecimal.valueOf(-10)),
        InjectedFault.repeated(0.0008));
  }

  private static List<InjectedFault> contact() {
    return List.of(
        InjectedFault.value(0.0004, "form", "LETTER"),
        InjectedFault.value(0.0004, "case_id", "C0000000999"),
        InjectedFault.text(0.0003, "contact_date", "31/06/2020"),
        InjectedFault.repeated(0.0005));
  }

  /** The row as delivered. Draws once, whether or not anything is wrong. */
  List<ExtractRow> apply(Draws draws, ExtractRow row) {
    double at = draws.unit();
    for (InjectedFault fault : byExtract.getOrDefault(row.extract().name(), List.of())) {
      if (at < fault.rate()) {
        return fault.effect().apply(draws, row);
      }
      at -= fault.rate();
    }
    return List.of(row);
  }

  private static List<InjectedFault> person() {
    return List.of(
        new InjectedFault(0.0008, (draws, row) -> List.of(wrongLetter(row))),
        new InjectedFault(0.0003, (draws, row) -> List.of(lowerCase(row, "pnc_id"))),
        InjectedFault.missing(0.0001, "pnc_id"),
        InjectedFault.repeated(0.001),
        InjectedFault.contradicted(0.0004, "forenames", "Unknown"),
        InjectedFault.text(0.0004, "date_of_birth", "1985-02-30"),
        InjectedFault.text(0.0003, "date_of_birth", "17/04/1979"),
        new InjectedFault(0.0004, (draws, row) -> List.of(moveYears(row, "date_of_birth", 20))),
        InjectedFault.value(0.0004, "sex", "X"),
        InjectedFault.value(0.0004, "ethnic_appearance", 9),
        InjectedFault.text(0.0002, "ethnic_appearance", "W1"),
        InjectedFault.value(0.002, "nationality", "NULL"),
        InjectedFault.value(0.0002, "date_of_death", LocalDate.of(2012, 6, 1)));
  }

  private static List<InjectedFault> event(LocalDate snapshot) {
    return List.of(
        InjectedFault.missing(0.0004, "event_date"),
        InjectedFault.text(0.0004, "event_date", "2014-13-01"),
        InjectedFault.value(0.0003, "event_type", "CONVICTED"),
        InjectedFault.value(0.0006, "pnc_id", new WrittenPncId(2001, 9_999_999).longForm()),
        new InjectedFault(0.0004, (draws, row) -> List.of(wrongLetter(row))),
        InjectedFault.missing(0.0001, "event_id"),
        InjectedFault.repeated(0.0006),
        InjectedFault.contradicted(0.0003, "court_or_force_code", "9999"),
        InjectedFault.value(0.0002, "event_date", snapshot.plusDays(40)));
  }

  private static List<InjectedFault> offence() {
    return List.of(
        InjectedFault.value(0.002, "ho_code", "99999"),
        InjectedFault.value(0.0004, "ho_code", "4600"),
        InjectedFault.value(0.0003, "event_id", "E0000000999"),
        new InjectedFault(
            0.0008, (draws, row) -> List.of(moveYears(row, "offence_start_date", 30))),
        new InjectedFault(0.0005, Faults::endBeforeStart),
        InjectedFault.text(0.0003, "offence_start_date", "00/00/0000"),
        InjectedFault.value(0.001, "force_code", "19"),
        InjectedFault.value(0.0002, "force_code", "MET"),
        InjectedFault.value(0.0003, "prosecutor", "CPS"),
        InjectedFault.text(0.0003, "taken_into_consideration", "Y"),
        InjectedFault.repeated(0.0006),
        InjectedFault.contradicted(0.0003, "ho_code", "10501"));
  }

  private static List<InjectedFault> disposal() {
    return List.of(
        InjectedFault.value(0.0015, "disposal_code", "3070"),
        InjectedFault.value(0.0003, "disposal_code", "116"),
        InjectedFault.value(0.0003, "disposal_seq", 0),
        InjectedFault.text(0.0003, "duration_value", "six"),
        InjectedFault.value(0.0002, "duration_value", -12),
        InjectedFault.value(0.0003, "duration_unit", "Q"),
        InjectedFault.value(0.0003, "fine_amount", new BigDecimal("-80.00")),
        InjectedFault.value(0.0003, "offence_id", "O0000000999"),
        InjectedFault.repeated(0.0005),
        InjectedFault.contradicted(0.0003, "disposal_code", "1030"));
  }

  private static List<InjectedFault> release() {
    return List.of(
        new InjectedFault(0.001, Faults::releasedBeforeReception),
        InjectedFault.value(0.001, "establishment_code", "QQI"),
        new InjectedFault(0.0006, (draws, row) -> List.of(lowerCase(row, "noms_number"))),
        InjectedFault.missing(0.0004, "release_date"),
        InjectedFault.text(0.0004, "release_date", "2016/05/04"),
        InjectedFault.value(0.0005, "release_type", "BAIL"),
        InjectedFault.value(0.0003, "sentence_length_days", 0),
        InjectedFault.repeated(0.001),
        InjectedFault.contradicted(0.0004, "establishment_code", "LEI"));
  }

  private static List<InjectedFault> supervision() {
    return List.of(
        new InjectedFault(0.001, Faults::endedBeforeStart),
        InjectedFault.value(0.001, "provider_code", "ZZZ"),
        InjectedFault.value(0.003, "provider_code", "N56"),
        InjectedFault.value(0.002, "delivery_unit_code", "N52XXXX"),
        InjectedFault.value(0.002, "local_authority_code", "E07999999"),
        InjectedFault.value(0.0004, "sentence_type", "COMMUNITY"),
        InjectedFault.value(0.0004, "risk_of_harm", "MED"),
        InjectedFault.missing(0.0004, "start_date"),
        InjectedFault.text(0.0004, "allocation_date", "tomorrow"),
        InjectedFault.value(0.0003, "crn", "X12345"),
        InjectedFault.repeated(0.001),
        InjectedFault.contradicted(0.0004, "risk_of_harm", "VERY_HIGH"));
  }

  private static List<InjectedFault> assessment() {
    return List.of(
        InjectedFault.value(0.0006, "drugs", -1),
        InjectedFault.text(0.0006, "thinking", "high"),
        InjectedFault.missing(0.0003, "assessment_date"),
        InjectedFault.repeated(0.0006));
  }

  private static List<InjectedFault> intervention() {
    return List.of(
        InjectedFault.value(0.0008, "service_type", "PROGRAMME"),
        InjectedFault.text(0.0006, "completed", "yes"),
        InjectedFault.missing(0.0003, "start_date"),
        InjectedFault.repeated(0.0006));
  }

  private static ExtractRow wrongLetter(ExtractRow row) {
    String id = (String) row.cell("pnc_id");
    char letter = id.charAt(id.length() - 1) == 'K' ? 'M' : 'K';
    return row.with("pnc_id", id.substring(0, id.length() - 1) + letter);
  }

  private static ExtractRow lowerCase(ExtractRow row, String column) {
    return row.with(column, ((String) row.cell(column)).toLowerCase(Locale.ROOT));
  }

  private static ExtractRow moveYears(ExtractRow row, String column, int years) {
    return row.cell(column) instanceof LocalDate date
        ? row.with(column, date.plusYears(years))
        : row;
  }

  private static List<ExtractRow> endBeforeStart(Draws draws, ExtractRow row) {
    return row.cell("offence_start_date") instanceof LocalDate start
        ? List.of(row.with("offence_end_date", start.minusDays(draws.between(1, 30))))
        : List.of(row);
  }

  private static List<ExtractRow> releasedBeforeReception(Draws draws, ExtractRow row) {
    LocalDate released = (LocalDate) row.cell("release_date");
    return List.of(row.with("reception_date", released.plusDays(draws.between(1, 40))));
  }

  private static List<ExtractRow> endedBeforeStart(Draws draws, ExtractRow row) {
    LocalDate start = (LocalDate) row.cell("start_date");
    return List.of(row.with("end_date", start.minusDays(draws.between(1, 40))));
  }

  /**
   * A way in which a row can be wrong.
   *
   * @param rate the share of rows that have it
   * @param effect what is delivered in place of the row: usually one row, two for a duplicate
   */
  record InjectedFault(double rate, Effect effect) {
    /** What the fault does to a row. */
    @FunctionalInterface
    interface Effect {
      List<ExtractRow> apply(Draws draws, ExtractRow row);
    }

    static InjectedFault value(double rate, String column, Object wrong) {
      return new InjectedFault(rate, (draws, row) -> List.of(row.with(column, wrong)));
    }

    static InjectedFault missing(double rate, String column) {
      return value(rate, column, null);
    }

    /** Text where a date, number or boolean belongs. */
    static InjectedFault text(double rate, String column, String wrong) {
      return new InjectedFault(rate, (draws, row) -> List.of(row.unreadable(column, wrong)));
    }

    /** The same row twice. */
    static InjectedFault repeated(double rate) {
      return new InjectedFault(rate, (draws, row) -> List.of(row, row));
    }

    /** Two rows with one key that differ in a column. */
    static InjectedFault contradicted(double rate, String column, Object other) {
      return new InjectedFault(rate, (draws, row) -> List.of(row, row.with(column, other)));
    }
  }
}
