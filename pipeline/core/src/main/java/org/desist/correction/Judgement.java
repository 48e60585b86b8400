// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.correction;

import java.util.List;

/**
 * What becomes of corrected rows.
 *
 * @param resource table of the extracts
 * @param answers the rows that pass, in the order of the rows they answer
 * @param closed why those they answer had been refused
 * @param refused the rows that do not, each with a reason or more, in the order of the file
 * @param before rows of the snapshot in quarantine without them
 * @param after rows of the snapshot in quarantine with them
 */
public record Judgement(
    String resource,
    List<Answer> answers,
    List<ClosedReason> closed,
    List<Refusal> refused,
    long before,
    long after) {
  public Judgement {
    answers = List.copyOf(answers);
    closed = List.copyOf(closed);
    refused = List.copyOf(refused);
  }

  /** Rows that leave the quarantine because what they refer to is there now. */
  public long freed() {
    return Math.max(0, before - after - answers.size());
  }

  /**
   * A corrected row that passes.
   *
   * @param line of the file that was handed in, its header's being 1
   * @param file the file of the row it answers
   * @param answered the line of that row
   */
  public record Answer(long line, String file, long answered) {}

  /**
   * Why a corrected row does not pass.
   *
   * @param line of the file that was handed in, its header's being 1
   * @param file the file of the row it answers, or null when that cannot be told
   * @param answered the line of the row it answers, or 0
   * @param code stable; those of the quarantine, and the three of {@link Answering}
   * @param field the field at fault, or null
   * @param message in words, without personal values
   */
  public record Refusal(
      long line, String file, long answered, String code, String field, String message) {}
}
