// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** Writes one Parquet file, row by row. Failing to is an error of storage, worth a retry. */
final class ParquetTable implements AutoCloseable {
  // Small enough that two files at once stay far below the memory of a worker.
  private static final long ROW_GROUP_BYTES = 32L << 20;
  // Pages end by their size, which is looked at seldom because looking goes through all columns.
  private static final int MAX_PAGE_ROWS = 1_000_000;
  private static final int PAGE_CHECK_ROWS = 10_000;

  private final String location;
  private final ParquetWriter<List<Slot>> writer;

  private ParquetTable(String location, ParquetWriter<List<Slot>> writer) {
    this.location = location;
    this.writer = writer;
  }

  /** Opens a file for writing; one that is already there is replaced. */
  static ParquetTable create(Storage storage, String location, MessageType schema) {
    try {
      return new ParquetTable(location, new Builder(storage.outputFile(location), schema).build());
    } catch (IOException e) {
      throw cannotWrite(location, e);
    }
  }

  /** Slots for rows that are not read by a parser, one per column. */
  static List<Slot> slots(MessageType schema) {
    List<Slot> slots = new ArrayList<>();
    schema.getFields().forEach(type -> slots.add(new Slot()));
    return slots;
  }

  void write(List<Slot> row) {
    try {
      writer.write(row);
    } catch (IOException e) {
      throw cannotWrite(location, e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw cannotWrite(location, e);
    }
  }

  private static DesistException cannotWrite(String location, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot write "
            + location
            + ": "
            + cause.getMessage()
            + ". Check space and permissions, then resume the run.",
        cause);
  }

  private static final class Builder extends ParquetWriter.Builder<List<Slot>, Builder> {
    private final MessageType schema;

    Builder(OutputFile file, MessageType schema) {
      super(file);
      this.schema = schema;
      withConf(new PlainParquetConfiguration());
      withWriteMode(ParquetFileWriter.Mode.OVERWRITE);
      withCompressionCodec(CompressionCodecName.SNAPPY);
      withRowGroupSize(ROW_GROUP_BYTES);
      withPageRowCountLimit(MAX_PAGE_ROWS);
      withMinRowCountForPageSizeCheck(PAGE_CHECK_ROWS);
      withMaxRowCountForPageSizeCheck(PAGE_CHECK_ROWS);
      // These files are read once, whole. Looking values up in a dictionary took half the time of
      // an ingest and saved three tenths of the space; nothing would use statistics.
      withDictionaryEncoding(false);
      withStatisticsEnabled(false);
      withSizeStatisticsEnabled(false);
      withPageWriteChecksumEnabled(false);
    }

    @Override
    protected Builder self() {
      return this;
    }

    // Parquet still asks every writer for this form of the method.
    @SuppressWarnings("deprecation")
    @Override
    protected WriteSupport<List<Slot>> getWriteSupport(
        org.apache.hadoop.conf.Configuration configuration) {
      return new SlotWriteSupport(schema);
    }

    @Override
    protected WriteSupport<List<Slot>> getWriteSupport(ParquetConfiguration configuration) {
      return new SlotWriteSupport(schema);
    }
  }
}
