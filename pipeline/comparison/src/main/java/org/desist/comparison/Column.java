// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.function.IntToDoubleFunction;

/**
 * A numeric column of one term.
 *
 * @param term what it is
 * @param values the value of a unit; never NaN
 */
record Column(Term term, IntToDoubleFunction values) {
  double at(int unit) {
    return values.applyAsDouble(unit);
  }
}
