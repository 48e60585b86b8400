// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import java.math.BigDecimal;
import java.util.List;

/**
 * One line of a bridge as it is shown.
 *
 * @param causes the causes it stands for; more than one when each of them has too few people
 * @param points what they add, rounded so that all lines add up
 * @param people how many people changed, or null when that is withheld
 */
public record Line(List<Cause> causes, BigDecimal points, Long people) {
  public Line {
    causes = List.copyOf(causes);
  }
}
