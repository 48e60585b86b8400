// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desist.contract.ValidationCode;

/** Receives the values of a record as they are parsed: first the header's, then those of rows. */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {
  private final String file;
  private final ValueSink sink;
  private final List<String> names = new ArrayList<>();
  private boolean isHeader = true;
  private int nameCharacters;
  private long line;
  private int count;
  private long lineEnds;
  private long blankLines;
  private boolean textAfterQuote;

  CsvRow(String file, ValueSink sink) {
    this.file = file;
    this.sink = sink;
  }

  /** Ends the header; the values of rows go to the sink from now on. */
  void expectRows() {
    isHeader = false;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    count = 0;
    lineEnds = 0;
    textAfterQuote = false;
    if (isHeader) {
      names.clear();
      nameCharacters = 0;
    } else {
      sink.begin(line);
    }
  }

  @Override
  protected void handleField(int index, char[] text, int from, int length, boolean quoted) {
    count = index + 1;
    int end = from + length;
    if (quoted) {
      if (length > 0 && text[end - 1] == QuoteGuard.MARK) {
        textAfterQuote = true;
        end--;
      }
      lineEnds += lineEnds(text, from, end);
    }
    if (isHeader) {
      addName(text, from, end - from);
    } else {
      sink.value(index, text, from, end - from);
    }
  }

  private void addName(char[] text, int from, int length) {
    nameCharacters += length;
    if (count > ReadingLimits.COLUMNS || nameCharacters > ReadingLimits.HEADER_CHARACTERS) {
      throw new RefusedFileException(
          ValidationCode.UNREADABLE,
          String.format(
              Locale.ROOT,
              "Cannot read %s: line %d has more than %,d columns or names of more than %,d characters, which no header has. Ask the sender for a CSV file with a header and a line for every row.",
              file,
              line,
              ReadingLimits.COLUMNS,
              ReadingLimits.HEADER_CHARACTERS));
    }
    names.add(new String(text, from, length));
  }

  /** CR, LF and CR LF each end one line, as the parser counts. */
  private static int lineEnds(char[] text, int from, int to) {
    int ends = 0;
    for (int i = from; i < to; i++) {
      boolean isEnd = text[i] == '\r' || (text[i] == '\n' && (i == from || text[i - 1] != '\r'));
      ends += isEnd ? 1 : 0;
    }
    return ends;
  }

  @Override
  protected void handleEmpty() {
    if (++blankLines > ReadingLimits.BLANK_LINES) {
      throw new RefusedFileException(
          ValidationCode.UNREADABLE,
          String.format(
              Locale.ROOT,
              "Cannot read %s: it has more than %,d blank lines, the last of them line %d. Ask the sender for a file without them.",
              file,
              ReadingLimits.BLANK_LINES,
              line));
    }
  }

  @Override
  protected CsvRow buildRecord() {
    return this;
  }

  /** The texts of the record, while it may be the header. */
  List<String> names() {
    return List.copyOf(names);
  }

  /** The line on which the record begins, the file's first being 1. */
  long line() {
    return line;
  }

  /** The last line that it covers. */
  long lastLine() {
    return line + lineEnds;
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
