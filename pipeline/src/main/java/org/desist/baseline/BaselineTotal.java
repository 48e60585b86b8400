// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.baseline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A baseline's quarters added up for one geography and category, for people to look at; the figures
 * of a run come from the model {@code baseline_total}, which says the same in SQL.
 *
 * @param rate reoffenders by offenders, 0 to 1, or null
 * @param frequency reoffences by reoffenders, or null
 * @param expectedRate mean of the quarters weighted by offenders, or null
 */
public record BaselineTotal(
    String geographyType,
    String geographyCode,
    String breakdown,
    String category,
    long offenders,
    BigDecimal rate,
    BigDecimal frequency,
    BigDecimal expectedRate) {
  private static final int PLACES = 9;

  /** Adds up rows that are in the order of their key. */
  static List<BaselineTotal> of(List<BaselineRow> rows) {
    Map<List<String>, List<BaselineRow>> groups = new LinkedHashMap<>();
    for (BaselineRow row : rows) {
      groups
          .computeIfAbsent(
              List.of(row.geographyType(), row.geographyCode(), row.breakdown(), row.category()),
              key -> new ArrayList<>())
          .add(row);
    }
    return groups.values().stream().map(BaselineTotal::total).toList();
  }

  private static BaselineTotal total(List<BaselineRow> quarters) {
    long offenders = quarters.stream().mapToLong(BaselineRow::offenders).sum();
    long reoffenders = quarters.stream().mapToLong(BaselineRow::reoffendersBillionths).sum();
    boolean isFrequencyKnown =
        quarters.stream().allMatch(row -> row.reoffencesBillionths() != null);
    long reoffences =
        isFrequencyKnown ? quarters.stream().mapToLong(BaselineRow::reoffencesBillionths).sum() : 0;
    long expected = 0;
    long weight = 0;
    for (BaselineRow quarter : quarters) {
      if (quarter.expectedRate() != null) {
        expected += quarter.offenders() * quarter.expectedBillionths();
        weight += quarter.offenders();
      }
    }
    BaselineRow first = quarters.get(0);
    return new BaselineTotal(
        first.geographyType(),
        first.geographyCode(),
        first.breakdown(),
        first.category(),
        offenders,
        ratio(BigDecimal.valueOf(reoffenders, PLACES), BigDecimal.valueOf(offenders)),
        isFrequencyKnown
            ? ratio(BigDecimal.valueOf(reoffences), BigDecimal.valueOf(reoffenders))
            : null,
        ratio(BigDecimal.valueOf(expected, PLACES), BigDecimal.valueOf(weight)));
  }

  private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? null : part.divide(whole, PLACES, RoundingMode.HALF_UP);
  }
}
