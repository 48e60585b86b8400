// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.desist.contract.Field;
import org.desist.contract.Resource;

/** Reads the rows of a CSV file by the parsers of its fields. */
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
   * @throws IOException when the bytes cannot be fetched, unpacked or decoded; {@link ContentFault}
   *     finds words for it
   */
  Header read(InputStream in, RowParser.RowSink sink) throws IOException {
    List<String> required =
        row.resource().fields().stream().filter(Field::required).map(Field::name).toList();
    Parsing parsing = new Parsing(sink);
    new CsvRecords(file, required).read(in, parsing);
    return parsing.header;
  }

  private final class Parsing implements CsvRecords.ValueSink {
    private final RowParser.RowSink sink;
    private Header header;
    private FieldParser[] parsers;

    Parsing(RowParser.RowSink sink) {
      this.sink = sink;
    }

    @Override
    public void header(List<String> names, long line) {
      Resource resource = row.resource();
      header = Header.of(names, line, resource, file);
      header.absent(resource).forEach(field -> row.parser(field.name()).clear());
      parsers = names.stream().map(row::parser).toArray(FieldParser[]::new);
    }

    @Override
    public void begin(long line) {
      row.begin();
    }

    @Override
    public void value(int column, char[] text, int from, int length) {
      if (column < parsers.length && parsers[column] != null) {
        parsers[column].read(text, from, length);
      }
    }

    @Override
    public void row(long line) {
      sink.row(line, row);
    }

    @Override
    public void unparsed(long line, long lastLine, String message) {
      sink.unparsed(line, lastLine, message);
    }
  }
}
