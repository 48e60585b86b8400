// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.desist.contract.Resource;
import org.desist.contract.ValidationCode;

/** Reads the rows of a CSV file. What cannot be decoded is refused with its line. */
final class CsvRows {
  private final String file;
  private final RowParser row;

  /**
   * Prepares to read.
   *
   * @param file the name for messages
   */
  CsvRows(String file, RowParser row) {
    this.file = file;
    this.row = row;
  }

  /**
   * Reads all rows. The stream stays open.
   *
   * @return the header
   * @throws RefusedFileException when the file cannot be read or lacks a required column
   * @throws IOException when the bytes cannot be fetched or decoded; the caller, who can open the
   *     file again, finds the line
   */
  Header read(InputStream in, RowSink sink) throws IOException {
    CsvRow csv = new CsvRow(row);
    try {
      Iterator<CsvRow> records = records(in, csv);
      Header header = header(csv, records);
      csv.expect(header.names());
      int width = header.names().size();
      while (records.hasNext()) {
        records.next();
        deliver(csv, width, sink);
      }
      return header;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() != null) {
        // Not the parser's own complaint, but an error in one of the handlers it called.
        throw new IllegalStateException("Reading line " + csv.line() + " of " + file, e.getCause());
      }
      throw new RefusedFileException(
          ValidationCode.UNREADABLE,
          "Cannot read "
              + file
              + ": a quote opened in the row at line "
              + csv.line()
              + " never closes. Have the quote mended at the source and deliver the file again.",
          e);
    }
  }

  private static Iterator<CsvRow> records(InputStream in, CsvRow csv) {
    return CsvReader.builder()
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .build(csv, new GuardedReader(in))
        .iterator();
  }

  private Header header(CsvRow csv, Iterator<CsvRow> records) {
    if (!records.hasNext()) {
      throw new RefusedFileException(
          ValidationCode.UNREADABLE,
          "Cannot read " + file + ": it is empty, without even a header. Fetch it again.");
    }
    records.next();
    if (csv.hasTextAfterQuote()) {
      throw new RefusedFileException(
          ValidationCode.UNREADABLE,
          "Cannot read "
              + file
              + ": in the header, line "
              + csv.line()
              + ", text follows a closing quote. Have the header mended at the source.");
    }
    Resource resource = row.resource();
    Header header = Header.of(csv.names(), resource, file);
    header.absent(resource).forEach(field -> row.parser(field.name()).clear());
    return header;
  }

  private void deliver(CsvRow csv, int width, RowSink sink) {
    if (csv.hasTextAfterQuote()) {
      sink.unparsed(csv.line(), "Text follows the closing quote of a value");
    } else if (csv.count() != width) {
      sink.unparsed(
          csv.line(),
          "The row has "
              + csv.count()
              + (csv.count() == 1 ? " value" : " values")
              + " where the header has "
              + width);
    } else {
      sink.row(csv.line(), row);
    }
  }
}
