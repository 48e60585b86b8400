// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.ParquetPaths;

/** Writes one Parquet file, row by row. Failing to is an error of storage, worth a retry. */
final class ParquetTable implements AutoCloseable {
  // Small enough that two files at once stay far below the memory of a worker.
  private static final long ROW_GROUP_BYTES = 32L << 20;
  // Pages end by their size, which is looked at seldom because looking goes through all columns.
  private static final int MAX_PAGE_ROWS = 1_000_000;
  private static final int PAGE_CHECK_ROWS = 10_000;

  private final Path location;
  private final ParquetWriter<List<ValueSlot>> writer;

  private ParquetTable(Path location, ParquetWriter<List<ValueSlot>> writer) {
    this.location = location;
    this.writer = writer;
  }

  /** Opens a file for writing; one that is already there is replaced. */
  static ParquetTable create(Path location, MessageType schema) {
    try {
      return new ParquetTable(location, new Builder(ParquetPaths.output(location), schema).build());
    } catch (IOException e) {
      throw cannotWrite(location, e);
    }
  }

  /** Slots for rows that are not read by a parser, one per column. */
  static List<ValueSlot> slots(MessageType schema) {
    List<ValueSlot> slots = new ArrayList<>();
    schema.getFields().forEach(type -> slots.add(new ValueSlot()));
    return slots;
  }

  void write(List<ValueSlot> row) {
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

  private static DesistException cannotWrite(Path location, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot write "
            + location
            + ": "
            + cause.getMessage()
            + ". Check space and permissions, then resume the run.",
        cause);
  }

  private static final class Builder extends ParquetWriter.Builder<List<ValueSlot>, Builder> {
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
    protected WriteSupport<List<ValueSlot>> getWriteSupport(
        org.apache.hadoop.conf.Configuration configuration) {
      return new SlotWriteSupport(schema);
    }

    @Override
    protected WriteSupport<List<ValueSlot>> getWriteSupport(ParquetConfiguration configuration) {
      return new SlotWriteSupport(schema);
    }
  }

  /** Writes the values of slots, in the order of the schema, without an object per row. */
  private static final class SlotWriteSupport extends WriteSupport<List<ValueSlot>> {
    private final MessageType schema;
    private final PrimitiveTypeName[] types;
    private final String[] names;
    private RecordConsumer consumer;

    SlotWriteSupport(MessageType schema) {
      this.schema = schema;
      this.types =
          schema.getFields().stream()
              .map(type -> type.asPrimitiveType().getPrimitiveTypeName())
              .toArray(PrimitiveTypeName[]::new);
      this.names = schema.getFields().stream().map(Type::getName).toArray(String[]::new);
    }

    // Parquet still asks every writer for this form of the method.
    @SuppressWarnings("deprecation")
    @Override
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(List<ValueSlot> slots) {
      consumer.startMessage();
      for (int i = 0; i < types.length; i++) {
        ValueSlot slot = slots.get(i);
        if (slot.isPresent()) {
          consumer.startField(names[i], i);
          write(slot, types[i]);
          consumer.endField(names[i], i);
        }
      }
      consumer.endMessage();
    }

    private void write(ValueSlot slot, PrimitiveTypeName type) {
      switch (type) {
        case BINARY ->
            consumer.addBinary(
                Binary.fromReusedByteArray(slot.bytes(), slot.offset(), slot.length()));
        case INT64 -> consumer.addLong(slot.number());
        case INT32 -> consumer.addInteger((int) slot.number());
        case DOUBLE -> consumer.addDouble(slot.real());
        case BOOLEAN -> consumer.addBoolean(slot.number() == 1);
        case FLOAT, INT96, FIXED_LEN_BYTE_ARRAY ->
            throw new IllegalStateException("No column is written as " + type);
      }
    }
  }
}
