// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.desist.generate.Extract.ExtractRow;

/** Contract measures by provider and quarter, for the providers that there were. */
final class PerformanceMeasures {
  private static final LocalDate FIRST_QUARTER = LocalDate.of(2015, 1, 1);

  private record Measure(String name, String group, int target, double usual) {}

  private static final List<Measure> MEASURES =
      List.of(
          new Measure("Initial appointment within five working days", "contract", 97, 0.955),
          new Measure("Plan completed within fifteen working days", "contract", 97, 0.93),
          new Measure("Completion of community orders", "rehabilitation", 75, 0.77),
          new Measure("Completion of licences", "rehabilitation", 65, 0.68),
          new Measure("Settled accommodation at end", "rehabilitation", 80, 0.76));

  private PerformanceMeasures() {}

  /** The rows of every quarter that had ended by the snapshot's day. */
  static List<ExtractRow> rows(Extract extract, long seed, LocalDate snapshot) {
    List<ExtractRow> rows = new ArrayList<>();
    List<NamedCsvRecord> providers = ResourceTable.reference("provider");
    LocalDate start = FIRST_QUARTER;
    for (int quarter = 0; !start.plusMonths(3).minusDays(1).isAfter(snapshot); quarter++) {
      LocalDate end = start.plusMonths(3).minusDays(1);
      for (int i = 0; i < providers.size(); i++) {
        if (reports(providers.get(i), start, end)) {
          for (int m = 0; m < MEASURES.size(); m++) {
            Draws draws = Draws.of(seed, -1, quarter * 1000L + i, m);
            rows.add(row(extract, draws, providers.get(i), MEASURES.get(m), start, end));
          }
        }
      }
      start = start.plusMonths(3);
    }
    return rows;
  }

  private static boolean reports(NamedCsvRecord provider, LocalDate start, LocalDate end) {
    String from = provider.getField("valid_from");
    String to = provider.getField("valid_to");
    boolean supervises =
        switch (provider.getField("provider_type")) {
          case "CRC", "NPS_DIVISION", "REGION" -> true;
          default -> false;
        };
    return supervises
        && !start.isBefore(LocalDate.parse(from))
        && (to.isEmpty() || !end.isAfter(LocalDate.parse(to).plusDays(10)));
  }

  private static ExtractRow row(
      Extract extract,
      Draws draws,
      NamedCsvRecord provider,
      Measure measure,
      LocalDate start,
      LocalDate end) {
    int of = draws.between(80, 900);
    double share = Math.max(0, Math.min(1, measure.usual() + 0.03 * draws.normal()));
    return ExtractRow.of(
        extract,
        measure.name(),
        measure.group(),
        provider.getField("provider_code"),
        start,
        end,
        BigDecimal.valueOf(Math.round(of * share)),
        BigDecimal.valueOf(of),
        BigDecimal.valueOf(measure.target()));
  }
}
