// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.backtest;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.desist.backtest.PublishedRow;
import org.desist.backtest.PublishedTable;
import org.desist.bridge.Bridge;
import org.desist.bridge.Bridge.BridgedRun;
import org.desist.bridge.CellBridge;
import org.desist.bridge.CellBridge.CellCounts;
import org.desist.bridge.CellBridge.RateCell;
import org.desist.bridge.Movement;
import org.desist.bridge.ShownMovement;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.backtest.Backtest.Compared;
import org.desist.jobs.backtest.Backtest.Explained;
import org.desist.jobs.backtest.Backtest.State;
import org.desist.jobs.query.MartDatabase;
import org.desist.jobs.query.Query;
import org.desist.publish.VersionManifest;

/**
 * Which figures are set beside a published table.
 *
 * @param out output folder of runs
 * @param run whose figures are set beside it
 * @param madeAt run of the snapshot that the table was made at, or null when none is known
 * @param area whether people may be counted: then nothing is withheld and ages can be crossed
 * @param smallest smallest count that may be shown of a cause
 * @param places decimal places
 */
public record BacktestQuestion(
    Path out, String run, String madeAt, Query.Area area, int smallest, int places) {
  /** As many figures as are explained; each is bridged person by person. */
  public static final int MOST_EXPLAINED = 20;

  private static final String TABLE =
      "create temp table published_row (row_no int, cohort_window varchar, cohort_start date,"
          + " geography_type varchar, geography_code varchar, ages varchar, breakdown varchar,"
          + " category varchar)";
  private static final String ROW =
      "insert into temp.published_row values (?, ?, ?, ?, ?, ?, ?, ?)";

  private static final int USUAL_PLACES = 2;
  private static final int COUNTS = 3;

  /** The published figures of one run, whose differences nothing explains. */
  public static BacktestQuestion published(Path out, String run) {
    return new BacktestQuestion(out, run, null, Query.Area.PUBLISHED, 0, USUAL_PLACES);
  }

  /** Compares a table. */
  public Backtest ask(PublishedTable table) {
    Map<Integer, Own> own = own(run, table.rows());
    return new Backtest(
        table.file(),
        manifest(run),
        Optional.empty(),
        places,
        table.rows().stream().map(row -> compared(row, own.get(row.number()))).toList());
  }

  /**
   * Compares, and explains what differs when there is a run that the table was made at.
   *
   * @param bridge finds the causes
   * @throws DesistException BAD_ARGUMENT when that run is not of an earlier time
   */
  public Backtest ask(PublishedTable table, Bridge bridge) {
    Backtest plain = ask(table);
    if (madeAt == null) {
      return plain;
    }
    VersionManifest before = manifest(madeAt);
    check(before, plain.run());
    return new Backtest(
        table.file(),
        plain.run(),
        Optional.of(before),
        places,
        explained(plain.rows(), own(madeAt, table.rows()), bridge));
  }

  private VersionManifest manifest(String runId) {
    return VersionManifest.read(BridgedRun.of(out, runId).version());
  }

  private static void check(VersionManifest before, VersionManifest after) {
    if (before.runId().equals(after.runId())) {
      throw bad(
          "Cannot explain differences from %s to itself. Whether the table is reproduced there: leave out --made-at. What moved since: name a later run with --run."
              .formatted(before.runId()));
    }
    // Dates in ISO form sort as they follow each other.
    if (before.snapshot().compareTo(after.snapshot()) > 0) {
      throw bad(
          "Cannot explain by what came later: the table was made at the snapshot of %s, and %s is of %s. Name a later run with --run."
              .formatted(before.snapshot(), after.runId(), after.snapshot()));
    }
  }

  private static DesistException bad(String message) {
    return new DesistException(ErrorCode.BAD_ARGUMENT, message);
  }

  /** What a version has for a row; without counts they are withheld. */
  private record Own(String cohortStatus, CellCounts counts, boolean hasRate) {}

  private Map<Integer, Own> own(String runId, List<PublishedRow> rows) {
    try (MartDatabase marts = MartDatabase.ofRun(out, runId, area)) {
      hold(marts.connection(), rows);
      String query =
          switch (area) {
            case PUBLISHED -> "sql/query/backtest/published_cell.sql";
            case RESTRICTED -> "sql/query/backtest/member_cell.sql";
          };
      Map<Integer, Own> own = new HashMap<>();
      marts.rows(query).forEach(row -> own.put(((Number) row.get("row_no")).intValue(), own(row)));
      return own;
    }
  }

  private static Own own(Map<String, Object> row) {
    String status = (String) row.get("cohort_status");
    if (Boolean.TRUE.equals(row.get("is_empty"))) {
      return new Own(status, new CellCounts(status, 0, 0, 0), false);
    }
    boolean isWithheld =
        List.of("offenders", "reoffenders", "reoffences").stream()
            .map(row::get)
            .anyMatch(Objects::isNull);
    return new Own(
        status,
        isWithheld
            ? null
            : new CellCounts(
                status,
                count(row, "offenders"),
                count(row, "reoffenders"),
                count(row, "reoffences")),
        Boolean.TRUE.equals(row.get("has_rate")));
  }

  private static long count(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).longValue();
  }

  private void hold(Connection connection, List<PublishedRow> rows) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
      try (PreparedStatement insert = connection.prepareStatement(ROW)) {
        for (PublishedRow row : rows) {
          if (cell(row).isPresent()) {
            insert(insert, row, cell(row).get());
          }
        }
      }
    } catch (SQLException e) {
      throw new DesistException(
          ErrorCode.ENGINE, "Cannot hold the published table: " + e.getMessage(), e);
    }
  }

  /** The cell that is asked for: one of the marts, or where people are counted any. */
  private Optional<RateCell> cell(PublishedRow row) {
    return switch (area) {
      case PUBLISHED -> row.martCell();
      case RESTRICTED -> row.isFiner() ? Optional.empty() : Optional.of(row.cell());
    };
  }

  private static void insert(PreparedStatement insert, PublishedRow row, RateCell cell)
      throws SQLException {
    int column = 1;
    insert.setInt(column++, row.number());
    insert.setString(column++, cell.cohortWindow());
    insert.setDate(column++, Date.valueOf(cell.cohortStart()));
    insert.setString(column++, cell.geographyType());
    insert.setString(column++, cell.geographyCode());
    insert.setString(column++, row.ages());
    insert.setString(column++, cell.breakdown());
    insert.setString(column, cell.category());
    insert.execute();
  }

  private Compared compared(PublishedRow row, Own own) {
    State state = state(row, own);
    boolean hasCounts =
        EnumSet.of(State.EQUAL, State.EQUAL_WHERE_PUBLISHED, State.DIFFERENT).contains(state);
    return new Compared(
        row,
        state,
        hasCounts ? own.counts() : null,
        hasCounts && own.hasRate(),
        Optional.empty(),
        List.of());
  }

  private State state(PublishedRow row, Own own) {
    if (row.isFiner()) {
      return State.FINER;
    }
    if (own == null) {
      return State.CROSSED;
    }
    List<Long> published =
        Stream.of(row.offenders(), row.reoffenders(), row.reoffences())
            .filter(Objects::nonNull)
            .toList();
    if (published.isEmpty()) {
      return State.NOTHING_PUBLISHED;
    }
    if (own.cohortStatus() == null) {
      return State.NO_COHORT;
    }
    if (own.cohortStatus().equals("incomplete")) {
      return State.NOT_YET_OBSERVED;
    }
    if (own.counts() == null) {
      return State.WITHHELD;
    }
    boolean isEqual =
        isOurs(row.offenders(), own.counts().offenders())
            && isOurs(row.reoffenders(), own.counts().reoffenders())
            && isOurs(row.reoffences(), own.counts().reoffences());
    if (!isEqual) {
      return State.DIFFERENT;
    }
    return published.size() == COUNTS ? State.EQUAL : State.EQUAL_WHERE_PUBLISHED;
  }

  private static boolean isOurs(Long published, long own) {
    return published == null || published == own;
  }

  /** With how each row compared before, and the ways of the first figures that both have. */
  private List<Compared> explained(
      List<Compared> compared, Map<Integer, Own> before, Bridge bridge) {
    List<Compared> all = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (Compared row : compared) {
      Own own = before.get(row.row().number());
      Compared both = row.with(Optional.of(state(row.row(), own)), List.of());
      boolean canBeBridged =
          both.isDifferent()
              && both.hasRate()
              && both.row().martCell().isPresent()
              && own != null
              && own.hasRate();
      if (canBeBridged && places.size() < MOST_EXPLAINED) {
        places.add(all.size());
      }
      all.add(both);
    }
    if (places.isEmpty()) {
      return all;
    }
    List<CellBridge> cells =
        bridge
            .of(
                BridgedRun.of(out, madeAt),
                BridgedRun.of(out, run),
                places.stream().map(i -> all.get(i).row().martCell().orElseThrow()).toList())
            .cells();
    for (int i = 0; i < cells.size(); i++) {
      Compared row = all.get(places.get(i));
      all.set(places.get(i), row.with(row.stateMadeAt(), ways(row, cells.get(i))));
    }
    return all;
  }

  private List<Explained> ways(Compared row, CellBridge cell) {
    List<Explained> ways = new ArrayList<>();
    for (Movement movement : cell.movements()) {
      Optional<BigDecimal> published = row.published(movement.measure(), places);
      if (published.isPresent()) {
        ShownMovement shown =
            switch (area) {
              case PUBLISHED -> ShownMovement.publishable(movement, places, smallest);
              case RESTRICTED -> ShownMovement.whole(movement, places);
            };
        ways.add(new Explained(shown.before().subtract(published.get()), shown));
      }
    }
    return ways;
  }
}
