// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.baseline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * One geography and category of a baseline in one quarter.
 *
 * @param geographyType such as {@code region}
 * @param geographyCode its code
 * @param breakdown {@code total} or another
 * @param category of the breakdown
 * @param quarterStart first day of the quarter, or of a period that is given as one row
 * @param offenders people
 * @param reoffenders people with a proven reoffence, or null when only the rate is known
 * @param reoffences proven reoffences, or null when only the frequency is known
 * @param rate reoffenders by offenders, 0 to 1, or null when the count is known
 * @param frequency reoffences by reoffenders, or null
 * @param expectedRate mean one-year probability, 0 to 1, or null
 * @param shortReleases those released from a sentence under 12 months, or null when not known
 */
record BaselineRow(
    String geographyType,
    String geographyCode,
    String breakdown,
    String category,
    LocalDate quarterStart,
    long offenders,
    Long reoffenders,
    Long reoffences,
    BigDecimal rate,
    BigDecimal frequency,
    BigDecimal expectedRate,
    Long shortReleases) {
  private static final int BILLION_DIGITS = 9;

  /** Reoffenders times 10^9: exact from the count, else from the rate, half up. */
  long reoffendersBillionths() {
    return billionths(
        reoffenders == null
            ? rate.multiply(BigDecimal.valueOf(offenders))
            : BigDecimal.valueOf(reoffenders));
  }

  /** Reoffences times 10^9, or null when neither the count nor the frequency is known. */
  Long reoffencesBillionths() {
    if (reoffences != null) {
      return billionths(BigDecimal.valueOf(reoffences));
    }
    if (frequency == null) {
      return null;
    }
    return billionths(
        frequency.multiply(BigDecimal.valueOf(reoffendersBillionths(), BILLION_DIGITS)));
  }

  /** The expected rate times 10^9, or null. */
  Long expectedBillionths() {
    return expectedRate == null ? null : billionths(expectedRate);
  }

  private static long billionths(BigDecimal value) {
    return value.movePointRight(BILLION_DIGITS).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
