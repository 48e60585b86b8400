// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.backtest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desist.contract.DataPackage;
import org.desist.contract.Resource;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.ingest.SmallCsv;
import org.desist.run.WindowKind;
import org.desist.text.FigureText;

/**
 * A table that somebody published, in the long form of the ministry's quarterly statistics. Its
 * columns are in {@code contract/published.datapackage.json}.
 *
 * @param file where it was read from
 * @param rows in their order
 * @param ignored columns that are not read
 */
public record PublishedTable(Path file, List<PublishedRow> rows, List<String> ignored) {
  private static final Resource CONTRACT =
      DataPackage.published().resource("published").orElseThrow();

  public PublishedTable {
    rows = List.copyOf(rows);
    ignored = List.copyOf(ignored);
  }

  /**
   * Reads a file.
   *
   * @param twelveMonths what a cohort of twelve months is: four quarters, as published since 2017,
   *     or a year
   * @throws DesistException BAD_PUBLISHED_TABLE naming line, value and what is wrong with it
   */
  public static PublishedTable read(Path file, WindowKind twelveMonths) {
    PublishedRowReader reader = new PublishedRowReader(PublishedLabels.read(), twelveMonths);
    List<String> ignored = new ArrayList<>();
    List<Map<String, Object>> values =
        SmallCsv.read(CONTRACT, file, ErrorCode.BAD_PUBLISHED_TABLE, reader::faults, ignored::add);
    if (values.isEmpty()) {
      throw new DesistException(
          ErrorCode.BAD_PUBLISHED_TABLE,
          "Cannot use %s: it has no rows. Add some.".formatted(file));
    }
    List<PublishedRow> rows = new ArrayList<>();
    values.forEach(row -> rows.add(reader.row(rows.size() + 1, row, new ArrayList<>())));
    checkOnce(file, rows);
    return new PublishedTable(file, rows, ignored);
  }

  /** The same figure in two spellings would be compared twice, each time with another count. */
  private static void checkOnce(Path file, List<PublishedRow> rows) {
    Map<List<Object>, Integer> first = new HashMap<>();
    for (PublishedRow row : rows) {
      List<Object> figure =
          row.martCell().<List<Object>>map(List::of).orElse(List.of(row.cell(), row.ages()));
      Integer before = row.isFiner() ? null : first.putIfAbsent(figure, row.number());
      if (before != null) {
        throw new DesistException(
            ErrorCode.BAD_PUBLISHED_TABLE,
            FigureText.text(
                "Cannot use %s: rows %d and %d below the header are the same figure, %s, %s, %s. Take one of them out.",
                file,
                before,
                row.number(),
                row.written().cohort(),
                row.written().area(),
                row.written().group()));
      }
    }
  }
}
