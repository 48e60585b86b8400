// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** Reads a CSV table that is packaged with the library. */
final class ResourceTable {
  private ResourceTable() {}

  /**
   * The rows of {@code sql/reference/NAME.csv}, in file order.
   *
   * @throws DesistException INTERNAL when the table is not packaged
   */
  static List<NamedCsvRecord> reference(String name) {
    return rows("sql/reference/" + name + ".csv");
  }

  /** The rows of {@code generate/NAME.csv}, in file order. */
  static List<NamedCsvRecord> own(String name) {
    return rows("generate/" + name + ".csv");
  }

  private static List<NamedCsvRecord> rows(String path) {
    InputStream stream = ResourceTable.class.getClassLoader().getResourceAsStream(path);
    if (stream == null) {
      throw new DesistException(
          ErrorCode.INTERNAL,
          "Cannot generate: " + path + " is not packaged. Rebuild the project.");
    }
    try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader);
        Stream<NamedCsvRecord> records = csv.stream()) {
      return records.toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the packaged table " + path, e);
    }
  }
}
