// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bridge;

import java.util.List;
import org.desist.bridge.Cell;
import org.desist.bridge.CellBridge;
import org.desist.bridge.Shown;
import org.desist.publish.VersionManifest;

/**
 * Why figures moved.
 *
 * @param before the earlier version
 * @param after the later version
 * @param parts one per figure asked for
 * @param withheld rows asked for whose rate is not published in one of the versions
 * @param single how many rows asked for are in one of the versions only
 */
public record BridgeAnswer(
    VersionManifest before,
    VersionManifest after,
    List<Part> parts,
    List<Cell> withheld,
    long single) {
  public BridgeAnswer {
    parts = List.copyOf(parts);
    withheld = List.copyOf(withheld);
  }

  /** A figure's movements, one per measure, as they may be shown. */
  public record Part(CellBridge bridge, List<Shown> shown) {
    public Part {
      shown = List.copyOf(shown);
    }
  }
}
