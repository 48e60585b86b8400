// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes an extract as CSV, compressed or not. */
final class CsvSink implements Sink {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final OutputStream stream;

  private CsvSink(Path file, OutputStream stream) {
    this.file = file;
    this.stream = stream;
  }

  static CsvSink plain(Path file, Extract extract) throws IOException {
    OutputStream stream = Files.newOutputStream(file);
    return headed(file, extract, new BufferedOutputStream(stream, BUFFER_BYTES));
  }

  static CsvSink compressed(Path file, Extract extract) throws IOException {
    OutputStream stream = Files.newOutputStream(file);
    // The header of java.util.zip carries no name and no time: same text, same bytes.
    return headed(file, extract, new GZIPOutputStream(stream, BUFFER_BYTES));
  }

  private static CsvSink headed(Path file, Extract extract, OutputStream stream)
      throws IOException {
    stream.write(CsvText.header(extract));
    return new CsvSink(file, stream);
  }

  @Override
  public Append prepare(List<Row> rows) {
    byte[] text = CsvText.rows(rows);
    return () -> stream.write(text);
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
