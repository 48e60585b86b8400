// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.desist.generate.Extract.ExtractRow;

/** Where the rows of one extract go. */
interface ExtractSink extends Closeable {
  /** The second half of writing: runs in order, one at a time. */
  @FunctionalInterface
  interface Append {
    void run() throws IOException;
  }

  /** The first half of writing rows: may run on any thread beside others. */
  Append prepare(List<ExtractRow> rows);

  Path file();

  /** Writes an extract as CSV, compressed or not. */
  static final class CsvSink implements ExtractSink {
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
      stream.write(CsvBytes.header(extract));
      return new CsvSink(file, stream);
    }

    @Override
    public Append prepare(List<ExtractRow> rows) {
      byte[] text = CsvBytes.rows(rows);
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

  /** Rows as UTF-8 CSV with LF line ends. */
  static final class CsvBytes {
    private CsvBytes() {}

    static byte[] header(Extract extract) {
      List<String> names = extract.columns().stream().map(Extract.Column::name).toList();
      return records(List.<String[]>of(names.toArray(new String[0])));
    }

    static byte[] rows(List<ExtractRow> rows) {
      List<String[]> records = new ArrayList<>(rows.size());
      for (ExtractRow row : rows) {
        String[] fields = new String[row.extract().columns().size()];
        for (int i = 0; i < fields.length; i++) {
          fields[i] = text(row.cell(i));
        }
        records.add(fields);
      }
      return records(records);
    }

    static byte[] records(List<String[]> records) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(records.size() * 64);
      try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(bytes)) {
        records.forEach(writer::writeRecord);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write to memory", e);
      }
      return bytes.toByteArray();
    }

    private static String text(Object cell) {
      if (cell == null) {
        return "";
      }
      if (cell instanceof ExtractRow.Unreadable unreadable) {
        return unreadable.text();
      }
      return cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
    }
  }
}
