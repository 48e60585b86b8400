// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Picks rows of a CSV file by their lines, as text: what was delivered, right or wrong. */
public final class TextRows {
  private TextRows() {}

  /**
   * The rows that begin on these lines.
   *
   * @param in stays open
   * @return by line, each with its values by column; a row that is too short lacks its last
   *     columns, of one that is too long the values without a column are left out
   */
  public static Map<Long, Map<String, String>> read(InputStream in, Set<Long> lines)
      throws IOException {
    Map<Long, Map<String, String>> rows = new TreeMap<>();
    try {
      Iterator<CsvRecord> records =
          CsvReader.builder()
              .allowUnclosedQuote(false)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .ofCsvRecord(new GuardedReader(in))
              .iterator();
      List<String> header = records.hasNext() ? records.next().getFields() : List.of();
      while (records.hasNext()) {
        CsvRecord row = records.next();
        if (lines.contains(row.getStartingLineNumber())) {
          rows.put(row.getStartingLineNumber(), values(header, row.getFields()));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return rows;
  }

  private static Map<String, String> values(List<String> header, List<String> fields) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(header);
    for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
      // The mark of text after a closing quote is not part of what was delivered.
      values.put(names.get(i), fields.get(i).replace(String.valueOf(QuoteGuard.MARK), ""));
    }
    return values;
  }
}
