// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import java.util.List;

/**
 * Share of each group who reoffended within so many weeks, 0 to 52.
 *
 * @param treated 53 shares, never falling
 * @param comparison the same of the comparison group, weighted
 */
public record Curve(List<Double> treated, List<Double> comparison) {
  public Curve {
    treated = List.copyOf(treated);
    comparison = List.copyOf(comparison);
  }
}
