// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.desist.contract.Field;
import org.desist.contract.ValidationCode;

/**
 * Reads dates of birth. One after the snapshot, or of somebody older than 115 on its day, cannot
 * be: it counts as missing, with a warning.
 */
final class BirthDateParser extends DateParser {
  private static final int OLDEST = 115;

  private final long first;
  private final long last;

  BirthDateParser(Field field, List<String> missingValues, List<Fault> faults, LocalDate snapshot) {
    super(field, missingValues, faults);
    this.first = firstPlausible(snapshot).toEpochDay();
    this.last = snapshot.toEpochDay();
  }

  /** The earliest day of birth of somebody who is not older than 115 on a day. */
  static LocalDate firstPlausible(LocalDate day) {
    // Somebody born on 29 February has the birthday on 1 March in common years, so the day before
    // the earliest one turned 115 before the day.
    LocalDate first = day.minusYears(OLDEST);
    if (day.getDayOfMonth() != first.getDayOfMonth()) {
      return first.plusDays(1);
    }
    LocalDate before = first.minusDays(1);
    // 115 years after a leap year there is none.
    return before.getMonthValue() == 2 && before.getDayOfMonth() == 29 ? before : first;
  }

  @Override
  void parse(char[] text, int from, int length) {
    super.parse(text, from, length);
    boolean isImplausible =
        slot().isPresent() && (slot().number() < first || slot().number() > last);
    if (isImplausible) {
      warn(
          ValidationCode.IMPLAUSIBLE_DATE,
          String.format(
              Locale.ROOT,
              "After the snapshot, or more than %d years before it; it counts as missing (value not shown: personal)",
              OLDEST));
      readMissing();
    }
  }
}
