// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.baseline;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.contract.DataPackage;
import org.desist.contract.Field;
import org.desist.contract.Resource;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.ingest.SmallCsv;

/** {@code baseline.csv}: the rows of a baseline as text, in the order of their key. */
final class BaselineFile {
  private static final Resource CONTRACT =
      DataPackage.baseline().resource("baseline").orElseThrow();
  private static final int HEADER_LINES = 1;

  private BaselineFile() {}

  /**
   * Reads and checks a file.
   *
   * @throws DesistException BAD_BASELINE naming line, field and value of what is wrong
   */
  static List<BaselineRow> read(Path file) {
    List<BaselineRow> rows = new ArrayList<>();
    List<Map<String, Object>> values = SmallCsv.read(CONTRACT, file, ErrorCode.BAD_BASELINE);
    for (int i = 0; i < values.size(); i++) {
      BaselineRow row = row(values.get(i));
      check(file, i + HEADER_LINES + 1, row);
      rows.add(row);
    }
    if (rows.isEmpty()) {
      throw new DesistException(
          ErrorCode.BAD_BASELINE, "Cannot use %s: it has no rows. Add some.".formatted(file));
    }
    return rows;
  }

  private static BaselineRow row(Map<String, Object> values) {
    return new BaselineRow(
        (String) values.get("geography_type"),
        (String) values.get("geography_code"),
        (String) values.get("breakdown"),
        (String) values.get("category"),
        (LocalDate) values.get("quarter_start"),
        (Long) values.get("offenders"),
        (Long) values.get("reoffenders"),
        (Long) values.get("reoffences"),
        (BigDecimal) values.get("reoffending_rate"),
        (BigDecimal) values.get("reoffences_per_reoffender"),
        (BigDecimal) values.get("expected_rate"));
  }

  private static void check(Path file, int line, BaselineRow row) {
    if (row.reoffenders() == null && row.rate() == null) {
      throw bad(file, line, "it has neither reoffenders nor a reoffending_rate; give one of them");
    }
    if (row.reoffenders() != null && row.reoffenders() > row.offenders()) {
      throw bad(
          file,
          line,
          "%d reoffenders are more than %d offenders; correct one"
              .formatted(row.reoffenders(), row.offenders()));
    }
    if (row.reoffences() != null && row.reoffences() > 0 && row.reoffendersBillionths() == 0) {
      throw bad(file, line, "it has reoffences but no reoffenders; correct one");
    }
  }

  private static DesistException bad(Path file, int line, String problem) {
    return new DesistException(
        ErrorCode.BAD_BASELINE, "Cannot use %s: row at line %d: %s".formatted(file, line, problem));
  }

  /** The file's text: the same rows always give the same text. */
  static String text(List<BaselineRow> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(CONTRACT.fields().stream().map(Field::name).toList());
      for (BaselineRow row : rows) {
        csv.writeRecord(
            row.geographyType(),
            row.geographyCode(),
            row.breakdown(),
            row.category(),
            row.quarterStart().toString(),
            Long.toString(row.offenders()),
            shown(row.reoffenders()),
            shown(row.reoffences()),
            shown(row.rate()),
            shown(row.frequency()),
            shown(row.expectedRate()));
      }
    } catch (java.io.IOException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return text.toString();
  }

  private static String shown(Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    return value == null ? "" : value.toString();
  }
}
