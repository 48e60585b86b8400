// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bridge;

import java.util.List;
import org.desist.bridge.CellBridge;
import org.desist.bridge.CellBridge.RateCell;
import org.desist.bridge.ShownMovement;
import org.desist.difference.VersionPair.SingleColumn;
import org.desist.jobs.terminal.RowsWriter;
import org.desist.publish.VersionManifest;

/**
 * Why figures moved.
 *
 * @param before the earlier version
 * @param after the later version
 * @param parts one per figure asked for
 * @param withheld rows asked for whose rate is not published in one of the versions
 * @param onlyBefore how many rows asked for are in the earlier version only
 * @param onlyAfter how many are in the later version only
 * @param singles columns that only one of the versions has: they are not compared
 */
public record BridgeAnswer(
    VersionManifest before,
    VersionManifest after,
    List<Part> parts,
    List<RateCell> withheld,
    long onlyBefore,
    long onlyAfter,
    List<SingleColumn> singles) {
  public BridgeAnswer {
    parts = List.copyOf(parts);
    withheld = List.copyOf(withheld);
    singles = List.copyOf(singles);
  }

  /** The answer in each of its forms. */
  public RowsWriter written() {
    return new RowsWriter(
        "bridge", screen -> BridgeScreen.print(this, screen), BridgeRows.of(this));
  }

  /** A figure's movements, one per measure, as they may be shown. */
  public record Part(CellBridge bridge, List<ShownMovement> shown) {
    public Part {
      shown = List.copyOf(shown);
    }
  }
}
