// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.baseline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.desist.contract.DataPackage;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.EngineRoom;
import org.desist.model.ModelCatalog;
import org.desist.model.SqlModel;

/**
 * A baseline's quarters added up for one geography and category, by the model {@code
 * baseline_total}: what is shown is what a run is compared with.
 *
 * @param rate reoffenders by offenders, 0 to 1, or null
 * @param frequency reoffences by reoffenders, or null
 * @param expectedRate mean of the quarters weighted by offenders, or null
 */
public record BaselineTotal(
    String geographyType,
    String geographyCode,
    String breakdown,
    String category,
    long offenders,
    Double rate,
    Double frequency,
    Double expectedRate) {
  private static final String MODEL = "baseline_total";

  /**
   * Adds up a baseline, in the order of its key.
   *
   * @param spill folder that the engine may use; it need not exist
   */
  static List<BaselineTotal> of(Baseline baseline, Path spill) {
    SqlModel model =
        ModelCatalog.load(DataPackage.extracts()).all().stream()
            .filter(found -> found.name().equals(MODEL))
            .findFirst()
            .orElseThrow();
    try (DuckDbEngine duckdb = EngineRoom.LOOKUP.open(spill)) {
      BaselineTables.hold(duckdb, List.of(baseline));
      duckdb.view(MODEL, model.select());
      return duckdb
          .rows(
              "select * from baseline_total"
                  + " order by geography_type, geography_code, breakdown, category")
          .stream()
          .map(BaselineTotal::total)
          .toList();
    }
  }

  private static BaselineTotal total(Map<String, Object> row) {
    return new BaselineTotal(
        (String) row.get("geography_type"),
        (String) row.get("geography_code"),
        (String) row.get("breakdown"),
        (String) row.get("category"),
        (Long) row.get("baseline_offenders"),
        (Double) row.get("baseline_rate"),
        (Double) row.get("baseline_frequency"),
        (Double) row.get("baseline_expected_rate"));
  }
}
