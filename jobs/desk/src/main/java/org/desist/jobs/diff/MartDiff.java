// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.diff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * How the rows of one mart differ between two runs.
 *
 * @param mart {@code AREA.MART}
 * @param added rows whose key only the later run has
 * @param removed rows whose key only the earlier run has
 * @param changed rows with the same key and anything else different
 * @param same rows that are equal
 * @param biggest the figures that moved most, by measure, the most telling measure first
 */
public record MartDiff(
    String mart, long added, long removed, long changed, long same, List<Change> biggest) {
  public MartDiff {
    biggest = List.copyOf(biggest);
  }

  /** Whether anything differs. */
  @JsonIgnore
  public boolean isMoved() {
    return added + removed + changed > 0;
  }
}
