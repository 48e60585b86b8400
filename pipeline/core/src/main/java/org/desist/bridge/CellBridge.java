// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import java.time.LocalDate;
import java.util.List;

/**
 * Why the figures of one cell moved.
 *
 * @param cell the cell
 * @param earlier its counts in the earlier version
 * @param later its counts in the later version
 * @param movements one per measure that has a value in both versions
 */
public record CellBridge(
    RateCell cell, CellCounts earlier, CellCounts later, List<Movement> movements) {
  public CellBridge {
    movements = List.copyOf(movements);
  }

  /**
   * A row of the mart reoffending_rate, by its key.
   *
   * @param cohortWindow such as {@code quarter}
   * @param cohortStart first day of the cohort
   * @param geographyType such as {@code region}
   * @param geographyCode such as {@code A}
   * @param breakdown such as {@code sex}
   * @param category such as {@code F}
   */
  public record RateCell(
      String cohortWindow,
      LocalDate cohortStart,
      String geographyType,
      String geographyCode,
      String breakdown,
      String category) {}

  /**
   * What a cell counts in one version.
   *
   * @param cohortStatus {@code final}, {@code provisional} or {@code incomplete}
   * @param offenders members, 1 or more
   * @param reoffenders members with a reoffence
   * @param reoffences all reoffences
   */
  public record CellCounts(
      String cohortStatus, long offenders, long reoffenders, long reoffences) {}
}
