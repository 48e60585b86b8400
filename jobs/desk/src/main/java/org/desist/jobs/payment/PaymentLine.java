// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One row of the payment marts. Money is pounds; what is withheld or does not apply is null. */
record PaymentLine(Map<String, Object> row) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK);

  PaymentLine {
    row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
  }

  int number() {
    return ((Number) row.get("line_no")).intValue();
  }

  String component() {
    return text("component");
  }

  String rule() {
    return text("rule");
  }

  boolean isWithheld() {
    return rule().equals("WITHHELD");
  }

  BigDecimal amount() {
    return (BigDecimal) row.get("amount");
  }

  BigDecimal money(String column) {
    return (BigDecimal) row.get(column);
  }

  /** Empty when it is null. */
  String text(String column) {
    Object value = row.get(column);
    return value == null ? "" : value.toString();
  }

  Double number(String column) {
    Object value = row.get(column);
    return value == null ? null : Double.valueOf(((Number) value).doubleValue());
  }

  LocalDate date(String column) {
    Object value = row.get(column);
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }

  /** A day in words; null when there is none. */
  String day(String column) {
    LocalDate day = date(column);
    return day == null ? null : DAY.format(day);
  }

  /** A month, or a run of months, as short as can be. */
  String period() {
    LocalDate from = date("period_start");
    LocalDate to = date("period_end");
    return from.plusMonths(1).isAfter(to)
        ? MONTH.format(from)
        : MONTH.format(from) + " to " + MONTH.format(to);
  }
}
