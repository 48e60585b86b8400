// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

/**
 * What linking made of one row that can be looked up. Personal data.
 *
 * @param row number of the row in the file, from 1
 * @param personNo the person's number in the run, or null
 * @param pncId canonical, or null
 * @param personKey 64 hex characters, or null
 * @param rule the first that found somebody, or {@code UNLINKED}
 * @param weight of a scored link, in bits; of an unlinked row that of its best candidate; else null
 * @param margin by which that is clear of the runner-up, in bits; null where there is no weight
 * @param whyNot why an unlinked row is unlinked; null in a linked one
 */
public record ParticipantLink(
    int row,
    Long personNo,
    String pncId,
    String personKey,
    LinkRule rule,
    Double weight,
    Double margin,
    WhyNot whyNot) {
  public boolean isLinked() {
    return rule != LinkRule.UNLINKED;
  }

  /** Names nobody. */
  @Override
  public String toString() {
    return "ParticipantLink[row=" + row + ", rule=" + rule + "]";
  }
}
