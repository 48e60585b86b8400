// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.diff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.desist.difference.VersionPair.SingleColumn;
import org.desist.text.FigureText;

/**
 * How the rows of one mart differ between two runs.
 *
 * @param mart {@code AREA.MART}
 * @param added rows whose key only the later run has
 * @param removed rows whose key only the earlier run has
 * @param changed rows with the same key and anything else different
 * @param same rows that are equal
 * @param biggest the figures that moved most, by measure, the most telling measure first
 * @param singles columns that only one of the runs has: they are not compared
 */
public record MartDiff(
    String mart,
    long added,
    long removed,
    long changed,
    long same,
    List<Change> biggest,
    List<SingleColumn> singles) {
  public MartDiff {
    biggest = List.copyOf(biggest);
    // A page that was written down does not have them.
    singles = singles == null ? List.of() : List.copyOf(singles);
  }

  /**
   * A figure that moved.
   *
   * @param measure column of the mart
   * @param place the row's key, its values in their order
   * @param before what it was
   * @param after what it is
   */
  public record Change(String measure, String place, double before, double after) {
    /** {@code reoffending_rate 0.282 to 0.301}. */
    public String words() {
      return "%s %s to %s".formatted(measure, FigureText.amount(before), FigureText.amount(after));
    }
  }

  /** Whether anything differs. */
  @JsonIgnore
  public boolean isMoved() {
    return added + removed + changed > 0;
  }
}
