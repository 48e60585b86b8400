// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/** Whether a comparison unit may be matched to several treated units. */
public enum Replacement {
  /** As often as it is near. */
  WITH,
  /** Once. */
  WITHOUT
}
