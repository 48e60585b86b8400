// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.desist.generate.History.Supervision;

/** The appointments of a case with its officer, since the extract of them began. */
final class Appointments {
  private static final LocalDate EXTRACT_BEGINS = LocalDate.of(2019, 6, 1);

  /** Offices close, and telephone and video take the place of meetings. */
  private static final LocalDate OFFICES_CLOSE = LocalDate.of(2020, 3, 24);

  private static final LocalDate OFFICES_OPEN = LocalDate.of(2021, 6, 26);

  /** More than any case has within the years that the extract covers. */
  private static final int MOST = 900;

  private Appointments() {}

  /**
   * One appointment.
   *
   * @param officer code of the officer, null where nobody wrote it down
   */
  record Appointment(LocalDate day, String form, boolean kept, String officer) {
    Object[] cells(String id, String caseId) {
      return new Object[] {id, caseId, day, form, kept, officer};
    }
  }

  /** Those up to the snapshot's day, in their order. */
  static List<Appointment> of(Draws draws, Supervision supervision, LocalDate snapshot) {
    List<Appointment> appointments = new ArrayList<>();
    String officer = officer(draws, supervision);
    boolean high = "HIGH".equals(supervision.risk()) || "VERY_HIGH".equals(supervision.risk());
    LocalDate day = supervision.start().plusDays(draws.between(1, 7));
    while (appointments.size() < MOST
        && !day.isAfter(supervision.end())
        && !day.isAfter(snapshot)) {
      String form = form(draws, day);
      boolean kept = draws.chance(form.equals("OFFICE") ? 0.84 : 0.92);
      officer = draws.chance(0.05) ? officer(draws, supervision) : officer;
      String written = draws.chance(0.01) ? null : officer;
      if (!day.isBefore(EXTRACT_BEGINS)) {
        appointments.add(new Appointment(day, form, kept, written));
      }
      day = day.plusDays(high ? draws.any(6, 7, 7, 8, 14) : draws.any(13, 14, 21, 27, 28, 30));
    }
    return appointments;
  }

  private static String form(Draws draws, LocalDate day) {
    double choice = draws.unit();
    if (day.isBefore(OFFICES_CLOSE)) {
      return choice < 0.82 ? "OFFICE" : choice < 0.9 ? "HOME" : "TELEPHONE";
    }
    if (day.isBefore(OFFICES_OPEN)) {
      return choice < 0.25
          ? "OFFICE"
          : choice < 0.35 ? "HOME" : choice < 0.8 ? "TELEPHONE" : "VIDEO";
    }
    return choice < 0.62 ? "OFFICE" : choice < 0.76 ? "HOME" : choice < 0.9 ? "TELEPHONE" : "VIDEO";
  }

  private static String officer(Draws draws, Supervision supervision) {
    return supervision.provider() + "-" + (100 + draws.between(0, 399));
  }
}
