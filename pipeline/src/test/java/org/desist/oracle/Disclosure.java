// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The primary thresholds: what a row of {@code reoffending_rate} looks like outside.
 *
 * <p>Each of the three counts is replaced by null when it is 1 to 9, and {@code count_status} is
 * then {@code suppressed}; a zero stays a zero. {@code rate_status} is {@code too_few} below 30
 * offenders, which hides every mean and rate, else {@code suppressed} when a suppressed count could
 * be multiplied back from a rate, which hides those made of reoffenders or reoffences. The share
 * observed goes with the count of offenders, since a denominator can be read from it.
 */
final class Disclosure {
  private static final List<String> COUNTS = List.of("offenders", "reoffenders", "reoffences");
  private static final List<String> RATES =
      List.of(
          "reoffending_rate",
          "rate_lower",
          "rate_upper",
          "reoffences_per_reoffender",
          "reoffences_per_offender");
  private static final List<String> MEANS = List.of("mean_previous_offences", "expected_rate");

  private Disclosure() {}

  static Map<String, Object> publish(Rate rate) {
    Map<String, Object> row = new LinkedHashMap<>(Columns.row(rate));
    boolean isSuppressed = false;
    for (String count : COUNTS) {
      if (isSmall((Integer) row.get(count))) {
        row.put(count, null);
        isSuppressed = true;
      }
    }
    if (isSmall(rate.offenders())) {
      row.put("share_observed", null);
    }
    boolean isTooFew = rate.offenders() < 30;
    if (isTooFew || isSuppressed) {
      RATES.forEach(column -> row.put(column, null));
    }
    if (isTooFew) {
      MEANS.forEach(column -> row.put(column, null));
    }
    row.put("count_status", isSuppressed ? "suppressed" : "ok");
    row.put("rate_status", isTooFew ? "too_few" : isSuppressed ? "suppressed" : "ok");
    return Collections.unmodifiableMap(row);
  }

  private static boolean isSmall(int count) {
    return count >= 1 && count <= 9;
  }
}
