// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.backtest;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desist.run.WindowKind;

/**
 * A cohort as published tables write it.
 *
 * @param window a quarter, or what twelve months are taken for
 * @param start its first day
 */
record PublishedCohort(WindowKind window, LocalDate start) {
  private static final int QUARTER_MONTHS = 3;
  private static final int YEAR_MONTHS = 12;
  private static final int SHORTEST_NAME = 3;
  private static final Pattern DAYS =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\s*/\\s*(\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern MONTHS =
      Pattern.compile("(\\p{Alpha}+)\\s*(\\d{4})?\\s*(?:to|-|/)\\s*(\\p{Alpha}+)\\s+(\\d{4})");
  private static final Pattern FINANCIAL_YEAR = Pattern.compile("(\\d{4})\\s*[/-]\\s*(\\d{2})");
  private static final Pattern CALENDAR_YEAR = Pattern.compile("\\d{4}");

  /** What a text in the file says; empty when it is no quarter and no twelve months. */
  static Optional<PublishedCohort> of(String text, WindowKind twelveMonths) {
    try {
      return first(text.strip(), twelveMonths);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<PublishedCohort> first(String text, WindowKind twelveMonths) {
    Matcher days = DAYS.matcher(text);
    if (days.matches()) {
      LocalDate start = LocalDate.parse(days.group(1));
      return of(start, LocalDate.parse(days.group(2)).plusDays(1), twelveMonths);
    }
    Matcher months = MONTHS.matcher(text);
    if (months.matches()) {
      YearMonth last = YearMonth.of(Integer.parseInt(months.group(4)), month(months.group(3)));
      Month first = month(months.group(1));
      int year =
          months.group(2) != null
              ? Integer.parseInt(months.group(2))
              : last.getYear() - (first.compareTo(last.getMonth()) > 0 ? 1 : 0);
      LocalDate end = last.plusMonths(1).atDay(1);
      return of(LocalDate.of(year, first, 1), end, twelveMonths);
    }
    Matcher financial = FINANCIAL_YEAR.matcher(text);
    if (financial.matches()) {
      int year = Integer.parseInt(financial.group(1));
      return (year + 1) % 100 == Integer.parseInt(financial.group(2))
          ? Optional.of(new PublishedCohort(twelveMonths, LocalDate.of(year, Month.APRIL, 1)))
          : Optional.empty();
    }
    return CALENDAR_YEAR.matcher(text).matches()
        ? Optional.of(new PublishedCohort(twelveMonths, Year.parse(text).atDay(1)))
        : Optional.empty();
  }

  private static Optional<PublishedCohort> of(
      LocalDate start, LocalDate end, WindowKind twelveMonths) {
    boolean isWholeMonths = start.getDayOfMonth() == 1 && end.getDayOfMonth() == 1;
    boolean isAtQuarter = (start.getMonthValue() - 1) % QUARTER_MONTHS == 0;
    long months = ChronoUnit.MONTHS.between(start, end);
    if (!isWholeMonths || !isAtQuarter) {
      return Optional.empty();
    }
    if (months == QUARTER_MONTHS) {
      return Optional.of(new PublishedCohort(WindowKind.QUARTER, start));
    }
    return months == YEAR_MONTHS
        ? Optional.of(new PublishedCohort(twelveMonths, start))
        : Optional.empty();
  }

  /** Of a name or its first letters, three at least: tables write Sep and Sept. */
  private static Month month(String name) {
    for (Month month : Month.values()) {
      if (name.length() >= SHORTEST_NAME
          && month.name().startsWith(name.toUpperCase(Locale.ROOT))) {
        return month;
      }
    }
    throw new DateTimeParseException("no month", name, 0);
  }
}
