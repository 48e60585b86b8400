// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.backtest;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.desist.backtest.PublishedRow;
import org.desist.bridge.CellBridge.CellCounts;
import org.desist.bridge.Figure;
import org.desist.bridge.ShownMovement;
import org.desist.jobs.terminal.RowsWriter;
import org.desist.publish.VersionManifest;

/**
 * A published table beside own figures.
 *
 * @param table the file
 * @param run whose figures are set beside it
 * @param madeAt run of the snapshot that the table was made at; empty when none is known
 * @param places decimal places of figures and points
 * @param rows one per row of the table, in its order
 */
public record Backtest(
    Path table,
    VersionManifest run,
    Optional<VersionManifest> madeAt,
    int places,
    List<Compared> rows) {
  public Backtest {
    rows = List.copyOf(rows);
  }

  /** How a row compares; in the order in which they are shown. */
  public enum State {
    /** All three counts are ours. */
    EQUAL("equal"),
    /** Those of the three counts that were published are ours. */
    EQUAL_WHERE_PUBLISHED("equal, as far as counts were published"),
    /** One at least is not. */
    DIFFERENT("different"),
    /** Ours is withheld. */
    WITHHELD("withheld here"),
    /** The cohort has not been followed to its end at our snapshot. */
    NOT_YET_OBSERVED("cohort not yet observed"),
    /** The run has no such cohort. */
    NO_COHORT("no such cohort in the run: see desist run --window, --from, --to"),
    /** Adults or juveniles by a breakdown: no mart has it, and only people can be counted. */
    CROSSED("adults or juveniles divided further: see them with --restricted"),
    /** A part of a category. */
    FINER("finer than a category"),
    /** The table has no count. */
    NOTHING_PUBLISHED("nothing published in the table");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** As it is shown. */
    public String words() {
      return words;
    }

    /** As programs read it. */
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A row and what we have for it.
   *
   * @param own our counts, or null when the state says why there are none
   * @param hasRate whether figures may be worked out from our counts: a mart withholds those of too
   *     few people
   * @param stateMadeAt how the row compared at the snapshot that the table was made at; empty when
   *     none is known
   * @param explained why its figures differ; none unless the two snapshots are there
   */
  public record Compared(
      PublishedRow row,
      State state,
      CellCounts own,
      boolean hasRate,
      Optional<State> stateMadeAt,
      List<Explained> explained) {
    public Compared {
      explained = List.copyOf(explained);
    }

    /** The same with what is known of the snapshot that the table was made at. */
    Compared with(Optional<State> before, List<Explained> ways) {
      return new Compared(row, state, own, hasRate, before, ways);
    }

    /** Whether it differs, now or at the snapshot that the table was made at. */
    boolean isDifferent() {
      return state == State.DIFFERENT || stateMadeAt.filter(State.DIFFERENT::equals).isPresent();
    }

    /** The published figure; empty without its counts. */
    Optional<BigDecimal> published(Figure figure, int places) {
      if (row.offenders() == null || row.reoffenders() == null) {
        return Optional.empty();
      }
      if (figure == Figure.REOFFENCES_PER_REOFFENDER && row.reoffences() == null) {
        return Optional.empty();
      }
      long reoffences = row.reoffences() == null ? 0 : row.reoffences();
      return figure.shown(
          new CellCounts("", row.offenders(), row.reoffenders(), reoffences), places);
    }

    /** Our figure; empty without one. */
    Optional<BigDecimal> own(Figure figure, int places) {
      return hasRate ? figure.shown(own, places) : Optional.empty();
    }

    /** Ours less the published one, both rounded; empty when one is missing. */
    Optional<BigDecimal> difference(Figure figure, int places) {
      return own(figure, places).flatMap(mine -> published(figure, places).map(mine::subtract));
    }
  }

  /**
   * A figure's way from the table to ours.
   *
   * @param sameSnapshot what ours differed by at the snapshot that the table was made at: another
   *     calculation, or other records
   * @param movement what moved ours since; with {@code sameSnapshot} it adds up to the difference
   */
  public record Explained(BigDecimal sameSnapshot, ShownMovement movement) {}

  /** The rows of each state that occurs, in the order of the states. */
  Map<State, List<Compared>> byState() {
    Map<State, List<Compared>> byState = new EnumMap<>(State.class);
    rows.forEach(row -> byState.computeIfAbsent(row.state(), key -> new ArrayList<>()).add(row));
    return byState;
  }

  /** The rows that differ, now or at the snapshot that the table was made at. */
  List<Compared> different() {
    return rows.stream().filter(Compared::isDifferent).toList();
  }

  /** The answer in each of its forms. */
  public RowsWriter written() {
    return new RowsWriter(
        "back-test", screen -> BacktestScreen.print(this, screen), BacktestRows.of(this));
  }
}
