// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/** How well a covariate is balanced. */
public enum Light {
  /** Well. */
  GREEN,
  /** Nearly. */
  AMBER,
  /** Not. */
  RED,
  /** Unknown: a group is empty, or has one unit. */
  NOT_EVALUATED
}
