// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Of all members in a place, or those of an index category, the share who have reoffended by a
 * month.
 *
 * @param month 0 to 12; month 0 is the index date, on which nobody has
 */
record TimeToReoffence(
    String cohortWindow,
    LocalDate cohortStart,
    LocalDate cohortEnd,
    String cohortStatus,
    Double shareObserved,
    String geographyType,
    String geographyCode,
    String breakdown,
    String category,
    Integer month,
    Integer offenders,
    Integer reoffenders,
    Double shareReoffended,
    String measure) {

  static List<TimeToReoffence> of(
      Window window, String status, Rate.Cell cell, List<Member> members) {
    List<TimeToReoffence> rows = new ArrayList<>();
    for (int month = 0; month <= 12; month++) {
      int reoffenders = 0;
      for (Member member : members) {
        reoffenders += reoffendedBy(member, month) ? 1 : 0;
      }
      rows.add(
          new TimeToReoffence(
              window.kind().code(),
              window.start(),
              window.end(),
              status,
              Rate.shareObserved(members),
              cell.geographyType(),
              cell.geographyCode(),
              cell.breakdown(),
              cell.category(),
              month,
              members.size(),
              reoffenders,
              (double) reoffenders / members.size(),
              Rate.MEASURE));
    }
    return rows;
  }

  private static boolean reoffendedBy(Member member, int month) {
    LocalDate index = member.profile().indexDate();
    Integer days = member.outcome().daysToFirstReoffence();
    return days != null && !index.plusDays(days).isAfter(index.plusMonths(month));
  }
}
