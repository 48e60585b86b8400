// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.baseline;

import java.util.List;

/**
 * A frozen baseline.
 *
 * @param manifest what it is
 * @param rows what it says
 */
record Baseline(BaselineManifest manifest, List<BaselineRow> rows) {
  Baseline {
    rows = List.copyOf(rows);
  }
}
