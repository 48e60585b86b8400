// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Rows as UTF-8 CSV with LF line ends. */
final class CsvText {
  private CsvText() {}

  static byte[] header(Extract extract) {
    List<String> names = extract.columns().stream().map(Extract.Column::name).toList();
    return records(List.<String[]>of(names.toArray(new String[0])));
  }

  static byte[] rows(List<Row> rows) {
    List<String[]> records = new ArrayList<>(rows.size());
    for (Row row : rows) {
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
    if (cell instanceof Row.Unreadable unreadable) {
      return unreadable.text();
    }
    return cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
  }
}
