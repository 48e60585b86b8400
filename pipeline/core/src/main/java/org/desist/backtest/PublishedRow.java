// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.backtest;

import java.util.Optional;
import org.desist.bridge.CellBridge.RateCell;

/**
 * A row of a published table, as a cell of the marts.
 *
 * @param number its place in the file, from 1, the header not counted
 * @param written its cohort, area and group in the words of the table
 * @param cell the cell of everybody, adults and juveniles alike
 * @param ages {@code adult}, {@code juvenile} or {@code total} for both
 * @param isFiner whether the row is of a part of a category, which no mart has
 * @param offenders people, or null where nothing was published; so are the others
 */
public record PublishedRow(
    int number,
    Written written,
    RateCell cell,
    String ages,
    boolean isFiner,
    Long offenders,
    Long reoffenders,
    Long reoffences) {
  /** Words of the table. */
  public record Written(String cohort, String area, String group) {}

  /** The one word for everybody. */
  static final String TOTAL = "total";

  /** The cell of the marts that the row is; empty when it crosses an age with a breakdown. */
  public Optional<RateCell> martCell() {
    if (isFiner) {
      return Optional.empty();
    }
    if (ages.equals(TOTAL)) {
      return Optional.of(cell);
    }
    boolean isOfAges = cell.breakdown().equals("adult_juvenile") && cell.category().equals(ages);
    return cell.breakdown().equals(TOTAL) || isOfAges
        ? Optional.of(
            new RateCell(
                cell.cohortWindow(),
                cell.cohortStart(),
                cell.geographyType(),
                cell.geographyCode(),
                "adult_juvenile",
                ages))
        : Optional.empty();
  }
}
