// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import java.util.Map;
import java.util.TreeMap;

/**
 * How participants were found in the police records.
 *
 * @param byRule people by rule: PNC_ID, NOMS_NUMBER, NAME_DOB, SCORED, UNLINKED; a null count is
 *     withheld
 * @param threshold the least weight of a scored link, bits
 * @param margin by which it has to be clear of the runner-up, bits
 */
public record Linking(Map<String, Integer> byRule, double threshold, double margin) {
  public Linking {
    byRule = java.util.Collections.unmodifiableMap(new TreeMap<>(byRule));
  }
}
