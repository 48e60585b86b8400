// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import java.nio.file.Path;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.bridge.CellBridge.RateCell;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Rows of the mart reoffending_rate that a condition picks in two versions.
 *
 * @param cells in both, with a rate in both
 * @param withheld in both, without a rate in one at least
 * @param onlyEarlier how many only the earlier version has
 * @param onlyLater how many only the later version has
 */
public record CellSelection(
    List<RateCell> cells, List<RateCell> withheld, long onlyEarlier, long onlyLater) {
  private static final String CELLS = Resources.text("org/desist/jobs/query/cells.sql");
  private static final String HEADLINE = "geography_type = 'national' and breakdown = 'total'";
  private static final List<String> WINDOWS = List.of("four_quarters", "year", "quarter");

  public CellSelection {
    cells = List.copyOf(cells);
    withheld = List.copyOf(withheld);
  }

  /** How a cell stands in one version. */
  private record State(String status, boolean hasRate) {}

  /**
   * The rows a condition picks.
   *
   * @param from run of the earlier version
   * @param to run of the later version
   * @throws DesistException BAD_QUERY when the condition is none
   */
  public static CellSelection where(
      Path out, String from, String to, Query.Area area, String condition) {
    Map<RateCell, State> earlier = states(out, from, area, condition);
    Map<RateCell, State> later = states(out, to, area, condition);
    List<RateCell> cells = new ArrayList<>();
    List<RateCell> withheld = new ArrayList<>();
    earlier.forEach(
        (cell, state) -> {
          if (later.containsKey(cell)) {
            boolean hasRates = state.hasRate() && later.get(cell).hasRate();
            (hasRates ? cells : withheld).add(cell);
          }
        });
    int both = cells.size() + withheld.size();
    return new CellSelection(
        cells, withheld, (long) earlier.size() - both, (long) later.size() - both);
  }

  /**
   * The figure a reader asks for first: of the whole nation, of the latest cohort that both
   * versions have; a year's before a quarter's, and one whose year is over before one that is still
   * followed.
   */
  public static CellSelection headline(Path out, String from, String to, Query.Area area) {
    CellSelection all = where(out, from, to, area, HEADLINE);
    Map<RateCell, State> later = states(out, to, area, HEADLINE);
    List<RateCell> first =
        all.cells().stream()
            .min(
                Comparator.comparing(
                        (RateCell cell) -> later.get(cell).status().equals("incomplete"))
                    .thenComparing(cell -> WINDOWS.indexOf(cell.cohortWindow()))
                    .thenComparing(RateCell::cohortStart, Comparator.reverseOrder()))
            .stream()
            .toList();
    return new CellSelection(first, first.isEmpty() ? all.withheld() : List.of(), 0, 0);
  }

  private static Map<RateCell, State> states(
      Path out, String run, Query.Area area, String condition) {
    try (MartDatabase marts = MartDatabase.ofRun(out, run, area)) {
      String checked = QueryGuard.checkCondition(marts.connection(), condition);
      Map<RateCell, State> states = new LinkedHashMap<>();
      try (Statement statement = marts.connection().createStatement();
          ResultSet rows = statement.executeQuery(CELLS.replace("{condition}", checked))) {
        while (rows.next()) {
          states.put(
              cell(rows), new State(rows.getString("cohort_status"), rows.getBoolean("has_rate")));
        }
      }
      return states;
    } catch (SQLException e) {
      throw new DesistException(
          ErrorCode.BAD_QUERY,
          "Cannot pick rows of reoffending_rate: %s%nList its columns with: desist query \"describe reoffending_rate\""
              .formatted(SqlMessage.of(e)),
          e);
    }
  }

  private static RateCell cell(ResultSet rows) throws SQLException {
    Date start = rows.getDate("cohort_start");
    return new RateCell(
        rows.getString("cohort_window"),
        LocalDate.parse(start.toString()),
        rows.getString("geography_type"),
        rows.getString("geography_code"),
        rows.getString("breakdown"),
        rows.getString("category"));
  }
}
