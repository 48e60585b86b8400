// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

/**
 * What is counted, in words.
 *
 * @param verb what people did: "reoffended"
 * @param noun what is more or less: "reoffending"
 */
public record MeasureWords(String verb, String noun) {
  /** Of a protocol's measure: reoffending or reconviction. */
  static MeasureWords of(String measure) {
    return measure.equals("reconviction")
        ? new MeasureWords("were reconvicted", "reconviction")
        : new MeasureWords("reoffended", "reoffending");
  }
}
