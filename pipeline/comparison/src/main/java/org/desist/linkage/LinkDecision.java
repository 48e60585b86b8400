// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

/**
 * The decision on one entry of the short list.
 *
 * @param row of the entry, from 0
 * @param id of the entry
 * @param candidate id of the best candidate in the long list, linked or not; null without one
 * @param weight of the best candidate in bits; NaN without one
 * @param margin by which it is clear of the runner-up, in bits; NaN without a candidate
 */
public record LinkDecision(
    int row, String id, String candidate, double weight, double margin, LinkOutcome outcome) {
  public boolean linked() {
    return outcome == LinkOutcome.LINKED;
  }
}
