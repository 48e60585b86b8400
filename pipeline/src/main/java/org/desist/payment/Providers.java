// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.payment;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Set;
import java.util.stream.Collectors;
import org.desist.engine.Resources;

/** The providers that there are and were. */
final class Providers {
  private static final Set<String> CODES =
      CsvReader.builder().ofNamedCsvRecord(Resources.text("sql/reference/provider.csv")).stream()
          .map((NamedCsvRecord row) -> row.getField("provider_code"))
          .collect(Collectors.toUnmodifiableSet());

  private Providers() {}

  static boolean isKnown(String code) {
    return CODES.contains(code);
  }
}
