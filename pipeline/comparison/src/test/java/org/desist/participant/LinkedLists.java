// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is known of a generated list of participants beside it. */
final class LinkedLists {
  private LinkedLists() {}

  /** PNC id by row, of those whom the police know. */
  static Map<Integer, String> truth(Path list) {
    String name = list.getFileName().toString().replace(".csv", "-truth.csv");
    Map<Integer, String> truth = new HashMap<>();
    for (NamedCsvRecord row : rows(list.resolveSibling(name))) {
      if (!row.getField("pnc_id").isEmpty()) {
        truth.put(Integer.valueOf(row.getField("row")), row.getField("pnc_id"));
      }
    }
    return truth;
  }

  static List<NamedCsvRecord> rows(Path file) {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file);
        Stream<NamedCsvRecord> records = csv.stream()) {
      return records.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
