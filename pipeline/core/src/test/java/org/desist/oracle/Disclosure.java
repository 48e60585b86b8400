// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The primary thresholds: what a row of {@code reoffending_rate}, {@code time_to_reoffence} or
 * {@code reoffence_matrix} looks like outside.
 *
 * <p>Of a cohort that is incomplete no rate is shown, and {@code rate_status} is {@code
 * not_yet_observed}; the months of {@code time_to_reoffence} are shown as far as every member has
 * been followed.
 *
 * <p>Each of the counts is replaced by null when it is 1 to 9, and {@code count_status} is then
 * {@code suppressed}; a zero stays a zero. {@code rate_status} is {@code too_few} below 30
 * offenders, which hides every mean and rate, else {@code suppressed} when a suppressed count could
 * be multiplied back from a rate, which hides those made of reoffenders or reoffences. The share
 * observed goes with the count of offenders, since a denominator can be read from it.
 */
final class Disclosure {
  private static final List<String> COUNTS =
      List.of("offenders", "persons", "reoffenders", "reoffences", "reoffence_events");
  private static final List<String> RATES =
      List.of(
          "reoffending_rate",
          "rate_lower",
          "rate_upper",
          "reoffences_per_reoffender",
          "reoffences_per_offender",
          "reoffence_events_per_offender",
          "share_reoffended");
  private static final List<String> MEANS = List.of("mean_previous_offences", "expected_rate");

  private Disclosure() {}

  static Map<String, Object> publish(Rate rate) {
    return publish(Columns.row(rate), rate.offenders(), isIncomplete(rate.cohortStatus()));
  }

  static Map<String, Object> publish(TimeToReoffence time) {
    return publish(Columns.row(time), time.offenders(), false);
  }

  static Map<String, Object> publish(Matrix cell) {
    return publish(Columns.row(cell), cell.offenders(), isIncomplete(cell.cohortStatus()));
  }

  private static boolean isIncomplete(String cohortStatus) {
    return cohortStatus.equals("incomplete");
  }

  private static Map<String, Object> publish(
      Map<String, Object> figures, int offenders, boolean isUnobserved) {
    Map<String, Object> row = new LinkedHashMap<>(figures);
    boolean isSuppressed = false;
    for (String count : COUNTS) {
      if (row.get(count) != null && isSmall((Integer) row.get(count))) {
        row.put(count, null);
        isSuppressed = true;
      }
    }
    if (isSmall(offenders)) {
      row.put("share_observed", null);
    }
    boolean isTooFew = offenders < 30;
    if (isTooFew || isSuppressed || isUnobserved) {
      row.keySet().stream().filter(RATES::contains).toList().forEach(rate -> row.put(rate, null));
    }
    if (isTooFew) {
      row.keySet().stream().filter(MEANS::contains).toList().forEach(mean -> row.put(mean, null));
    }
    row.put("count_status", isSuppressed ? "suppressed" : "ok");
    String reason = isTooFew ? "too_few" : isSuppressed ? "suppressed" : "ok";
    row.put("rate_status", isUnobserved ? "not_yet_observed" : reason);
    return Collections.unmodifiableMap(row);
  }

  private static boolean isSmall(int count) {
    return count >= 1 && count <= 9;
  }
}
