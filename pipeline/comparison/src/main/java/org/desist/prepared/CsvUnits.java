// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.nio.file.Path;
import java.util.List;
import org.desist.ingest.CsvText;

/**
 * Units from a CSV file in UTF-8, with a header, comma between values, packed by gzip where its
 * name ends in .gz.
 */
final class CsvUnits implements UnitRows {
  private final CsvText csv;

  /**
   * Reads the header.
   *
   * @param wanted columns that it should have
   */
  CsvUnits(Path file, List<String> wanted) {
    csv = new CsvText(file, wanted);
  }

  @Override
  public List<String> columns() {
    return csv.columns();
  }

  /** A CSV file has nothing but texts. */
  @Override
  public Type type(String column) {
    return Type.TEXT;
  }

  @Override
  public String placeName() {
    return "line";
  }

  @Override
  public void read(List<String> wanted, Sink sink) {
    csv.read(wanted, sink::row);
  }
}
