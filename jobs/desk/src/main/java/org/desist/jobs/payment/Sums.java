// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as a sheet prints them. */
final class Sums {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK);
  private static final int PLACES = 9;

  private Sums() {}

  /** Pounds with pence, thousands apart; empty for null. */
  static String pounds(BigDecimal amount) {
    return amount == null ? "" : String.format(Locale.UK, "%,.2f", amount);
  }

  /** A count as it is, a share of one with every decimal that it is paid by; empty for null. */
  static String quantity(Double quantity) {
    if (quantity == null) {
      return "";
    }
    BigDecimal exact = BigDecimal.valueOf(quantity).setScale(PLACES, RoundingMode.HALF_UP);
    BigDecimal plain = exact.stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
  }

  /** A share of one as a percentage with the seven decimals that points are counted in. */
  static String percent(Double share) {
    if (share == null) {
      return "";
    }
    return BigDecimal.valueOf(share)
            .movePointRight(2)
            .setScale(7, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** A month, a run of months, as short as can be. */
  static String period(LocalDate from, LocalDate to) {
    return from.plusMonths(1).isAfter(to)
        ? MONTH.format(from)
        : MONTH.format(from) + " to " + MONTH.format(to);
  }
}
