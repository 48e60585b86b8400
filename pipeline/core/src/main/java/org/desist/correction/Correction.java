// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.correction;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.desist.ingest.RowPlace;

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
    int number, String resource, String run, String source, int rows, List<Reason> reasons) {
  public Correction {
    reasons = List.copyOf(reasons);
  }

  /** The places of the rows that it answers. */
  public Set<RowPlace> places() {
    return reasons.stream().map(Reason::place).collect(Collectors.toSet());
  }

  /**
   * A reason for which a row had been in quarantine before it was corrected.
   *
   * @param file below the extracts folder
   * @param line on which the row begins, the header's being 1
   * @param key primary key of the row, or null when it is personal or could not be read
   * @param code what was wrong
   * @param field the field at fault, or null when it was the row
   * @param message in words, without personal values
   */
  public record Reason(
      String file, long line, String key, String code, String field, String message) {
    /** Where the row is. */
    public RowPlace place() {
      return new RowPlace(file, line);
    }
  }
}
