// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.time.MonthDay;

/** Ages in completed years. */
final class Ages {
  private Ages() {}

  /**
   * Completed years at a date, negative before birth. Month and day are compared as written, so
   * someone born on 29 February has the birthday on 1 March in common years.
   */
  static int at(LocalDate birth, LocalDate date) {
    int years = date.getYear() - birth.getYear();
    return MonthDay.from(date).isBefore(MonthDay.from(birth)) ? years - 1 : years;
  }

  static String band(int age) {
    int[] from = {10, 15, 18, 21, 25, 30, 35, 40, 45};
    int[] to = {14, 17, 20, 24, 29, 34, 39, 44, 49};
    for (int i = 0; i < from.length; i++) {
      if (age >= from[i] && age <= to[i]) {
        return from[i] + "-" + to[i];
      }
    }
    return "50+";
  }
}
