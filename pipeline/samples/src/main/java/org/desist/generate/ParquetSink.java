// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/** Writes an extract as Parquet, typed as the contract says. */
final class ParquetSink implements Sink {
  private static final long ROW_GROUP_BYTES = 64L << 20;

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
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
    protected WriteSupport<Row> getWriteSupport(Configuration conf) {
      return new RowWriteSupport(extract);
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration conf) {
      return new RowWriteSupport(extract);
    }
  }

  private final Path file;
  private final ParquetWriter<Row> writer;

  private ParquetSink(Path file, ParquetWriter<Row> writer) {
    this.file = file;
    this.writer = writer;
  }

  static ParquetSink open(Path file, Extract extract) throws IOException {
    ParquetWriter<Row> writer =
        new Builder(new LocalOutputFile(file), extract)
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .build();
    return new ParquetSink(file, writer);
  }

  @Override
  public Append prepare(List<Row> rows) {
    return () -> {
      for (Row row : rows) {
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
}
