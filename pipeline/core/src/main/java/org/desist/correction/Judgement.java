// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.correction;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desist.ingest.RowPlace;

/**
 * What becomes of corrected rows.
 *
 * @param resource table of the extracts
 * @param answers the rows that pass: the line of the file that was handed in, its header's being 1,
 *     by the place of the row it answers
 * @param closed why those they answer had been refused
 * @param refused the rows that do not pass, each with a reason or more, in the order of the file
 * @param before rows of the snapshot in quarantine without them
 * @param after rows of the snapshot in quarantine with them
 */
public record Judgement(
    String resource,
    Map<RowPlace, Long> answers,
    List<Correction.Reason> closed,
    List<Refusal> refused,
    long before,
    long after) {
  public Judgement {
    answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    closed = List.copyOf(closed);
    refused = List.copyOf(refused);
  }

  /** Rows that leave the quarantine because what they refer to is there now. */
  public long freed() {
    return Math.max(0, before - after - answers.size());
  }

  /** Rows that fail, each once. */
  public long failed() {
    return refused.stream().map(Refusal::line).distinct().count();
  }

  /**
   * Why a corrected row does not pass.
   *
   * @param line of the file that was handed in, its header's being 1
   * @param place of the row it answers, or null when that cannot be told
   * @param code stable; those of the quarantine, and NO_PLACE, NOT_IN_QUARANTINE, ANSWERED_TWICE
   * @param field the field at fault, or null
   * @param message in words, without personal values
   */
  public record Refusal(long line, RowPlace place, String code, String field, String message) {}
}
