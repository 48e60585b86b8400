// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.List;

/** Takes a CSV file apart as it is read: its header, then row by row the values and their end. */
interface ValueSink {
  /**
   * Takes the names of the columns.
   *
   * @throws RefusedFileException when they are not those that it needs
   */
  void header(List<String> names, long line);

  /** Begins the row that begins on this line. */
  void begin(long line);

  /** Takes a value of the row at hand; there may be more values than the header has names. */
  void value(int column, char[] text, int from, int length);

  /** Ends a row that has as many values as the header. */
  void row(long line);

  /** Ends a row that could not be taken apart; see {@link RowSink#unparsed}. */
  void unparsed(long line, long lastLine, String message);
}
