// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Receives the values of a record as they are parsed: first the header's, then those of rows. */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {
  private final RowParser row;
  private final List<String> names = new ArrayList<>();
  private FieldParser[] parsers;
  private long line;
  private int count;
  private boolean textAfterQuote;

  CsvRow(RowParser row) {
    this.row = row;
  }

  /** Ends the header; the values of rows go to the parsers of these columns from now on. */
  void expect(List<String> columns) {
    parsers = columns.stream().map(row::parser).toArray(FieldParser[]::new);
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    count = 0;
    textAfterQuote = false;
    row.begin();
  }

  @Override
  protected void handleField(int index, char[] text, int from, int length, boolean quoted) {
    count = index + 1;
    if (quoted && length > 0 && text[from + length - 1] == QuoteGuard.MARK) {
      textAfterQuote = true;
    } else if (parsers == null) {
      names.add(new String(text, from, length));
    } else if (index < parsers.length && parsers[index] != null) {
      parsers[index].read(text, from, length);
    }
  }

  @Override
  protected CsvRow buildRecord() {
    return this;
  }

  /** The names that the header gave. */
  List<String> names() {
    return names;
  }

  /** The line on which the record begins, the file's first being 1. */
  long line() {
    return line;
  }

  /** How many values it has. */
  int count() {
    return count;
  }

  /** Whether text followed the closing quote of a value. */
  boolean hasTextAfterQuote() {
    return textAfterQuote;
  }
}
