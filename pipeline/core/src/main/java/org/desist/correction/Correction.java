// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.correction;

import java.util.List;

/**
 * Corrected rows of one resource that are in force for a snapshot.
 *
 * @param number its place in the order in which corrections came, 1 for the first
 * @param resource table of the extracts
 * @param run the run whose quarantine it answers
 * @param source SHA-256 of the file that was handed in
 * @param rows how many rows it closes
 * @param reasons why they had been in quarantine
 */
public record Correction(
    int number, String resource, String run, String source, int rows, List<ClosedReason> reasons) {
  public Correction {
    reasons = List.copyOf(reasons);
  }
}
