// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.desist.contract.Resource;
import org.desist.contract.ValidationCode;
import org.desist.error.DesistException;
import org.desist.storage.ParquetPaths;

/**
 * Reads the rows of a Parquet file. IngestColumns go by name; the line of a row is its place in the
 * file, the first being 1. Values that are not text become the text that a CSV file would hold and
 * go through the same parsers, so that both forms are judged alike.
 */
final class ParquetRows {
  private final PartSource source;
  private final RowParser row;
  private final int maximumRatio;

  /**
   * Prepares to read.
   *
   * @param maximumRatio how many times the size of a packed column its content may have
   */
  ParquetRows(PartSource source, RowParser row, int maximumRatio) {
    this.source = source;
    this.row = row;
    this.maximumRatio = maximumRatio;
  }

  /**
   * Reads all rows.
   *
   * @throws RefusedFileException when the file cannot be read or lacks a required column
   * @throws IOException when the file cannot be opened
   */
  Header read(RowParser.RowSink sink) throws IOException {
    InputFile input = ParquetPaths.input(source.path());
    try (ParquetFileReader reader = open(input)) {
      checkSizes(reader, input.getLength());
      MessageType schema = reader.getFileMetaData().getSchema();
      Header header =
          Header.of(
              schema.getFields().stream().map(Type::getName).toList(),
              1,
              row.resource(),
              source.file());
      MessageType wanted = wanted(schema);
      reader.setRequestedSchema(wanted);
      ParquetRecord values = new ParquetRecord(row, wanted, source.file());
      MessageColumnIO columns = new ColumnIOFactory().getColumnIO(wanted, schema);
      header.absent(row.resource()).forEach(field -> row.parser(field.name()).clear());
      readGroups(reader, columns, values, sink);
      return header;
    } catch (DesistException | RefusedFileException e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
      // A damaged page claims any size, or a compression that nobody has.
      throw damaged(e);
    }
  }

  /** Sizes in a footer are claims: what they ask for is checked before memory is taken for it. */
  private void checkSizes(ParquetFileReader reader, long length) {
    for (BlockMetaData group : reader.getFooter().getBlocks()) {
      for (ColumnChunkMetaData column : group.getColumns()) {
        long start = column.getStartingPos();
        long size = column.getTotalSize();
        if (start < 0 || size < 0 || start > length - size) {
          throw damaged(null);
        }
        long unpacked = column.getTotalUncompressedSize();
        if (unpacked > ReadingLimits.FREE_BYTES && unpacked / maximumRatio > size) {
          throw new RefusedFileException(
              ValidationCode.UNREADABLE,
              String.format(
                  Locale.ROOT,
                  "Cannot read %s: unpacked its column %s is more than %d times as large as it is packed. Ask the sender for another file.",
                  source.file(),
                  column.getPath().toDotString(),
                  maximumRatio));
        }
      }
    }
  }

  private ParquetFileReader open(InputFile input) throws IOException {
    // Opening apart, so that a file that cannot be fetched is not mistaken for a damaged one.
    input.newStream().close();
    try {
      return ParquetFileReader.open(
          input, ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw damaged(e);
    }
  }

  private void readGroups(
      ParquetFileReader reader,
      MessageColumnIO columns,
      ParquetRecord values,
      RowParser.RowSink sink) {
    long line = 0;
    for (PageReadStore group = next(reader); group != null; group = next(reader)) {
      RecordReader<RowParser> records = columns.getRecordReader(group, values);
      long rows = group.getRowCount();
      for (long i = 0; i < rows; i++) {
        records.read();
        line++;
        sink.row(line, row);
      }
    }
  }

  private PageReadStore next(ParquetFileReader reader) {
    try {
      return reader.readNextRowGroup();
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /** The columns that the contract has; one that holds lists or records refuses the file. */
  private MessageType wanted(MessageType schema) {
    Resource resource = row.resource();
    List<Type> types = new ArrayList<>();
    for (Type type : schema.getFields()) {
      if (resource.field(type.getName()).isEmpty()) {
        continue;
      }
      if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
        throw new RefusedFileException(
            ValidationCode.UNREADABLE,
            "Cannot read "
                + source.file()
                + ": its column "
                + type.getName()
                + " holds lists or records instead of single values. Ask the sender for flat"
                + " columns.");
      }
      types.add(type);
    }
    return new MessageType(schema.getName(), types);
  }

  private RefusedFileException damaged(Throwable cause) {
    return new RefusedFileException(
        ValidationCode.UNREADABLE,
        "Cannot read "
            + source.file()
            + ": it is not a whole Parquet file. Fetch it again; if it is the same, ask the sender"
            + " for a new one.",
        cause);
  }

  /** Hands the values of a Parquet record to the parsers of its fields. */
  private static final class ParquetRecord extends RecordMaterializer<RowParser> {
    private final RowParser row;
    private final List<ParquetValue> values = new ArrayList<>();
    private final GroupConverter root = new Root();

    /**
     * Prepares the conversion of records.
     *
     * @param schema the columns of the contract that the file has
     */
    ParquetRecord(RowParser row, MessageType schema, String file) {
      this.row = row;
      for (Type type : schema.getFields()) {
        values.add(new ParquetValue(type.asPrimitiveType(), row.parser(type.getName()), file));
      }
    }

    @Override
    public RowParser getCurrentRecord() {
      return row;
    }

    @Override
    public GroupConverter getRootConverter() {
      return root;
    }

    private final class Root extends GroupConverter {
      @Override
      public Converter getConverter(int index) {
        return values.get(index);
      }

      @Override
      public void start() {
        row.begin();
        values.forEach(ParquetValue::begin);
      }

      @Override
      public void end() {
        values.forEach(ParquetValue::end);
      }
    }
  }
}
