// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.desist.contract.Field;
import org.desist.contract.ValidationCode;

/** Parsers of fields whose values are days. */
final class DateParsers {
  private DateParsers() {}

  /**
   * Reads dates {@code yyyy-MM-dd} that the calendar has, from year 1; the slot has days since
   * 1970.
   */
  static class Dates extends FieldParser {
    private static final int LENGTH = 10;
    private static final int[] MONTH_LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int[] DAYS_BEFORE_MONTH = {
      0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
    };
    private static final long DAYS_TO_1970 = 719_162;

    Dates(Field field, List<String> missingValues, List<ValueFault> faults) {
      super(field, missingValues, faults);
    }

    @Override
    void parse(char[] text, int from, int length) {
      if (length != LENGTH || text[from + 4] != '-' || text[from + 7] != '-') {
        rejectType(text, from, length);
        return;
      }
      int year = number(text, from, 4);
      int month = number(text, from + 5, 2);
      int day = number(text, from + 8, 2);
      if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
        rejectType(text, from, length);
        return;
      }
      slot().set(daysSince1970(year, month, day));
    }

    private static int number(char[] text, int from, int digits) {
      int value = 0;
      for (int i = from; i < from + digits; i++) {
        char c = text[i];
        if (c < '0' || c > '9') {
          return -1;
        }
        value = value * 10 + (c - '0');
      }
      return value;
    }

    private static boolean isLeap(int year) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private static int daysIn(int year, int month) {
      return month == 2 && isLeap(year) ? 29 : MONTH_LENGTHS[month - 1];
    }

    private static long daysSince1970(int year, int month, int day) {
      int before = year - 1;
      long days = before * 365L + before / 4 - before / 100 + before / 400;
      int leapDay = month > 2 && isLeap(year) ? 1 : 0;
      return days + DAYS_BEFORE_MONTH[month - 1] + leapDay + day - 1 - DAYS_TO_1970;
    }

    @Override
    String slotText() {
      return LocalDate.ofEpochDay(slot().number()).toString();
    }
  }

  /**
   * Reads dates of birth. One after the snapshot, or of somebody older than 115 on its day, cannot
   * be: it counts as missing, with a warning.
   */
  static final class BirthDates extends Dates {
    private static final int OLDEST = 115;

    private final long first;
    private final long last;

    BirthDates(
        Field field, List<String> missingValues, List<ValueFault> faults, LocalDate snapshot) {
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
}
