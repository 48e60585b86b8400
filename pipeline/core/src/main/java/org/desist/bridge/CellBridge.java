// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import java.util.List;

/**
 * Why the figures of one cell moved.
 *
 * @param cell the cell
 * @param earlier its counts in the earlier version
 * @param later its counts in the later version
 * @param movements one per measure that has a value in both versions
 */
public record CellBridge(Cell cell, Counts earlier, Counts later, List<Movement> movements) {
  public CellBridge {
    movements = List.copyOf(movements);
  }
}
