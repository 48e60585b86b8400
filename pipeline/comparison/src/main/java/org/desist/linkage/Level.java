// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

/**
 * One grade of agreement.
 *
 * @param name what a reader sees, such as {@code exact}
 * @param typical the share of true pairs that one expects at this grade before anything is
 *     estimated, above 0; the shares of a comparison add up to 1
 * @param termColumn the column of {@link People} whose rare values say more at this grade than
 *     common ones; {@link #NO_TERM} for none
 */
public record Level(String name, double typical, int termColumn) {
  static final int NO_TERM = -1;

  static Level of(String name, double typical) {
    return new Level(name, typical, NO_TERM);
  }
}
