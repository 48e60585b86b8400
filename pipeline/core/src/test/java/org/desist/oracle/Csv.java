// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Small CSV tables with a header row. */
final class Csv {
  private Csv() {}

  static List<Map<String, String>> resource(String name) {
    try (InputStream in = Csv.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("Cannot find on the class path: " + name);
      }
      return rows(CsvReader.builder().ofNamedCsvRecord(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Map<String, String>> file(Path path) {
    try {
      return rows(CsvReader.builder().ofNamedCsvRecord(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path path, List<String> header, List<List<String>> rows) {
    try (CsvWriter writer = CsvWriter.builder().build(path)) {
      writer.writeRecord(header);
      rows.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Map<String, String>> rows(CsvReader<NamedCsvRecord> reader)
      throws IOException {
    try (reader;
        Stream<NamedCsvRecord> records = reader.stream()) {
      return records.map(NamedCsvRecord::getFieldsAsMap).toList();
    }
  }
}
