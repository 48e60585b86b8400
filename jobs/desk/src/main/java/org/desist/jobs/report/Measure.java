// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

/**
 * What is counted, in words.
 *
 * @param verb what people did: "reoffended"
 * @param noun what is more or less: "reoffending"
 */
public record Measure(String verb, String noun) {
  /** Of a protocol's measure: reoffending or reconviction. */
  static Measure of(String measure) {
    return measure.equals("reconviction")
        ? new Measure("were reconvicted", "reconviction")
        : new Measure("reoffended", "reoffending");
  }
}
