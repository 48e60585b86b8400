// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.diff;

import org.desist.jobs.screen.Figures;

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
    return "%s %s to %s".formatted(measure, Figures.number(before), Figures.number(after));
  }
}
