// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

/** Takes the rows of one file, in their order. */
interface RowSink {
  /** Takes the row that the parser holds. */
  void row(long line, RowParser row);

  /**
   * Takes note of a row that could not be taken apart into values.
   *
   * @param lastLine the last that it covers, which a stray quote may have put far below the first
   */
  void unparsed(long line, long lastLine, String message);
}
