// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One row of the payment marts. Money is pounds; what is withheld or does not apply is null. */
record Line(Map<String, Object> row) {
  Line {
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
}
