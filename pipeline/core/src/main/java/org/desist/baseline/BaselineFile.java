// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.baseline;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

  private BaselineFile() {}

  /**
   * Reads what was frozen.
   *
   * @throws DesistException BAD_BASELINE naming line, field and value of what cannot be read
   */
  static List<BaselineRow> read(Path file) {
    return read(file, row -> List.of());
  }

  /**
   * Reads and judges what somebody wrote.
   *
   * @param judge what is wrong with a row
   * @throws DesistException BAD_BASELINE naming line, field and value of all that is wrong
   */
  static List<BaselineRow> read(Path file, Function<BaselineRow, List<String>> judge) {
    List<BaselineRow> rows =
        SmallCsv.read(CONTRACT, file, ErrorCode.BAD_BASELINE, values -> judge.apply(row(values)))
            .stream()
            .map(BaselineFile::row)
            .toList();
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
        (BigDecimal) values.get("expected_rate"),
        (Long) values.get("short_releases"));
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
            shown(row.expectedRate()),
            shown(row.shortReleases()));
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
