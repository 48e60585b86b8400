// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.desist.contract.ValidationCode;
import org.desist.error.DesistException;

/**
 * Takes a CSV file apart into a header and rows. Every reader of CSV goes through here, so that a
 * file means the same to all of them: what ends a line, what a stray quote does, what is no header.
 */
final class CsvRecords {
  /** Lines in which a header is looked for when the first is none. */
  private static final int SEARCHED = 20;

  private static final char COMMA = ',';
  private static final int MILLION = 1_000_000;

  private final String file;
  private final List<String> wanted;

  /**
   * Prepares to read.
   *
   * @param file the name for messages
   * @param wanted names that the header must have
   */
  CsvRecords(String file, List<String> wanted) {
    this.file = file;
    this.wanted = wanted;
  }

  /**
   * Reads all rows. The stream stays open.
   *
   * @throws RefusedFileException when it is no CSV file with a header
   * @throws IOException when the bytes cannot be fetched, unpacked or decoded
   */
  void read(InputStream in, ValueSink sink) throws IOException {
    CsvRow csv = new CsvRow(file, sink);
    try {
      Iterator<CsvRow> records = records(in, COMMA, csv);
      int width = header(csv, records, sink);
      csv.expectRows();
      while (records.hasNext()) {
        records.next();
        deliver(csv, width, sink);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      throw refusal(e, csv.line());
    }
  }

  /** Reads the header alone. */
  void readHeader(InputStream in, ValueSink sink) throws IOException {
    CsvRow csv = new CsvRow(file, sink);
    try {
      header(csv, records(in, COMMA, csv), sink);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      throw refusal(e, csv.line());
    }
  }

  /**
   * Takes every record as it stands, none of them being a header. The stream stays open.
   *
   * @param separator between values
   */
  void readPlain(InputStream in, char separator, RecordSink sink) throws IOException {
    CsvRow csv = new CsvRow(file, null);
    try {
      Iterator<CsvRow> records = records(in, separator, csv);
      while (records.hasNext()) {
        records.next();
        sink.record(csv.line(), csv.names(), csv.hasTextAfterQuote());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      throw refusal(e, csv.line());
    }
  }

  private static Iterator<CsvRow> records(InputStream in, char separator, CsvRow csv) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(ReadingLimits.VALUE_MEGABYTES * MILLION)
        .build(csv, new GuardedReader(in, separator))
        .iterator();
  }

  private int header(CsvRow csv, Iterator<CsvRow> records, ValueSink sink) {
    if (!records.hasNext()) {
      throw unreadable(
          "it is empty, without even a header. Fetch it again or have it delivered again");
    }
    records.next();
    if (csv.hasTextAfterQuote()) {
      throw unreadable(
          String.format(
              Locale.ROOT,
              "in the header, line %d, text follows a closing quote (commas stand between values, not semicolons or tabs). Have the header mended at the source",
              csv.line()));
    }
    if (csv.lastLine() > csv.line()) {
      throw unreadable(
          String.format(
              Locale.ROOT,
              "in the header a quoted name runs over lines %d to %d. Have the header mended at the source",
              csv.line(),
              csv.lastLine()));
    }
    long line = csv.line();
    List<String> names = csv.names();
    if (!isHeader(names)) {
      refuseTitle(csv, records);
    }
    sink.header(names, line);
    return names.size();
  }

  private boolean isHeader(List<String> names) {
    long there = wanted.stream().filter(names::contains).count();
    return wanted.isEmpty() || 2 * there > wanted.size();
  }

  /** A spreadsheet saved as CSV often has a title above the names of its columns. */
  private void refuseTitle(CsvRow csv, Iterator<CsvRow> records) {
    long line = csv.line();
    long filled = csv.names().stream().filter(text -> !text.isBlank()).count();
    long empty = csv.count() - filled;
    for (int read = 1; read < SEARCHED && records.hasNext(); read++) {
      records.next();
      if (isHeader(csv.names())) {
        throw unreadable(
            String.format(
                Locale.ROOT,
                "line %d is no header (it has %d %s%s); the names of the columns stand in line %d. Delete the lines above that one",
                line,
                filled,
                filled == 1 ? "value" : "values",
                empty == 0
                    ? ""
                    : String.format(
                        Locale.ROOT, " and %d empty %s", empty, empty == 1 ? "cell" : "cells"),
                csv.line()));
      }
    }
  }

  private static void deliver(CsvRow csv, int width, ValueSink sink) {
    boolean runsOver = csv.lastLine() > csv.line();
    String problem = null;
    if (csv.hasTextAfterQuote()) {
      problem = "Text follows the closing quote of a value";
    } else if (runsOver) {
      problem = "A quoted value holds the end of a line";
    } else if (csv.count() != width) {
      problem =
          String.format(
              Locale.ROOT,
              "The row has %d %s where the header has %d",
              csv.count(),
              csv.count() == 1 ? "value" : "values",
              width);
    }
    if (problem == null) {
      sink.row(csv.line());
    } else if (runsOver) {
      sink.unparsed(
          csv.line(),
          csv.lastLine(),
          String.format(
              Locale.ROOT,
              "%s; the row covers lines %d to %d",
              problem,
              csv.line(),
              csv.lastLine()));
    } else {
      sink.unparsed(csv.line(), csv.line(), problem);
    }
  }

  private RuntimeException refusal(CsvParseException e, long line) {
    if (e.getCause() instanceof RefusedFileException || e.getCause() instanceof DesistException) {
      return (RuntimeException) e.getCause();
    }
    if (e.getCause() != null) {
      // Not the parser's own complaint, but an error in one of the handlers it called.
      return new IllegalStateException("Reading line " + line + " of " + file, e.getCause());
    }
    if (e.getMessage().startsWith("The maximum buffer size")) {
      return unreadable(
          String.format(
              Locale.ROOT,
              "in the row at line %d a value is longer than %d MB: a quote that opens there may not close, or the lines may have no end. Have it mended at the source",
              line,
              ReadingLimits.VALUE_MEGABYTES));
    }
    return unreadable(
        String.format(
            Locale.ROOT,
            "a quote opened in the row at line %d never closes. Have the quote mended at the source and deliver the file again",
            line));
  }

  private RefusedFileException unreadable(String problem) {
    return new RefusedFileException(
        ValidationCode.UNREADABLE, "Cannot read %s: %s.".formatted(file, problem));
  }

  /** Receives the values of a record as they are parsed: first the header's, then those of rows. */
  private static final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {
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

    /** Ends a row that could not be taken apart; see {@link RowParser.RowSink#unparsed}. */
    void unparsed(long line, long lastLine, String message);
  }

  /** Takes records as they stand. */
  interface RecordSink {
    /**
     * Takes one.
     *
     * @param line on which it begins, the file's first being 1
     * @param hasTextAfterQuote whether text followed the closing quote of a value
     */
    void record(long line, List<String> values, boolean hasTextAfterQuote);
  }
}
