// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.desist.contract.FieldType;
import org.desist.generate.Extract.ExtractRow;

/** Writes an extract as Parquet, typed as the contract says. */
final class ParquetSink implements ExtractSink {
  private static final long ROW_GROUP_BYTES = 64L << 20;

  private static final class Builder extends ParquetWriter.Builder<ExtractRow, Builder> {
    private final Extract extract;

    private Builder(OutputFile file, Extract extract) {
      super(file);
      this.extract = extract;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation")
    protected WriteSupport<ExtractRow> getWriteSupport(Configuration conf) {
      return new RowWriteSupport(extract);
    }

    @Override
    protected WriteSupport<ExtractRow> getWriteSupport(ParquetConfiguration conf) {
      return new RowWriteSupport(extract);
    }
  }

  private final Path file;
  private final ParquetWriter<ExtractRow> writer;

  private ParquetSink(Path file, ParquetWriter<ExtractRow> writer) {
    this.file = file;
    this.writer = writer;
  }

  static ParquetSink open(Path file, Extract extract) throws IOException {
    ParquetWriter<ExtractRow> writer =
        new Builder(new LocalOutputFile(file), extract)
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .build();
    return new ParquetSink(file, writer);
  }

  @Override
  public Append prepare(List<ExtractRow> rows) {
    return () -> {
      for (ExtractRow row : rows) {
        writer.write(row);
      }
    };
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /**
   * Hands rows to Parquet: strings, dates as days, integers of 64 bits, numbers as decimals with
   * two places, booleans; every column may be missing.
   */
  static final class RowWriteSupport extends WriteSupport<ExtractRow> {
    private static final int NUMBER_DIGITS = 18;
    private static final int NUMBER_PLACES = 2;

    private final Extract extract;
    private RecordConsumer consumer;

    RowWriteSupport(Extract extract) {
      this.extract = extract;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in this version, though no longer called
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema(), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(schema(), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      this.consumer = recordConsumer;
    }

    @Override
    public void write(ExtractRow row) {
      consumer.startMessage();
      List<Extract.Column> columns = extract.columns();
      for (int i = 0; i < columns.size(); i++) {
        Object cell = row.cell(i);
        Object value = cell instanceof ExtractRow.Unreadable unreadable ? unreadable.meant() : cell;
        if (value != null) {
          consumer.startField(columns.get(i).name(), i);
          write(columns.get(i).type(), value);
          consumer.endField(columns.get(i).name(), i);
        }
      }
      consumer.endMessage();
    }

    private void write(FieldType type, Object value) {
      switch (type) {
        case STRING -> consumer.addBinary(Binary.fromString((String) value));
        case DATE -> consumer.addInteger((int) ((LocalDate) value).toEpochDay());
        case INTEGER -> consumer.addLong((Integer) value);
        case NUMBER -> {
          BigDecimal number = (BigDecimal) value;
          consumer.addLong(
              number
                  .setScale(NUMBER_PLACES, RoundingMode.UNNECESSARY)
                  .unscaledValue()
                  .longValueExact());
        }
        case BOOLEAN -> consumer.addBoolean((Boolean) value);
      }
    }

    private MessageType schema() {
      List<Type> fields = new ArrayList<>();
      for (Extract.Column column : extract.columns()) {
        fields.add(
            switch (column.type()) {
              case STRING ->
                  Types.optional(PrimitiveTypeName.BINARY)
                      .as(LogicalTypeAnnotation.stringType())
                      .named(column.name());
              case DATE ->
                  Types.optional(PrimitiveTypeName.INT32)
                      .as(LogicalTypeAnnotation.dateType())
                      .named(column.name());
              case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
              case NUMBER ->
                  Types.optional(PrimitiveTypeName.INT64)
                      .as(LogicalTypeAnnotation.decimalType(NUMBER_PLACES, NUMBER_DIGITS))
                      .named(column.name());
              case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
            });
      }
      return new MessageType(extract.name(), fields);
    }
  }
}
