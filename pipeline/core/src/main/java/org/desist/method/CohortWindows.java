// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.desist.engine.Engine;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.run.WindowKind;

/**
 * The cohorts of a run, as the tables {@code cohort_window} (one row per cohort) and {@code
 * cohort_part} (one row per cohort and calendar quarter in it).
 *
 * @param rows every cohort; quarters that only a sum of four needs are there, not reported
 */
public record CohortWindows(List<Cohort> rows) {
  private static final int QUARTER_MONTHS = 3;
  private static final int YEAR_MONTHS = 12;
  private static final int DEFAULT_YEARS = 10;

  public CohortWindows {
    rows = List.copyOf(rows);
  }

  /** One cohort: a kind of window, its first day, and whether it was asked for. */
  public record Cohort(WindowKind kind, LocalDate start, boolean isReported) {
    /** The last day. */
    public LocalDate end() {
      return start
          .plusMonths(kind == WindowKind.QUARTER ? QUARTER_MONTHS : YEAR_MONTHS)
          .minusDays(1);
    }

    private List<LocalDate> parts() {
      List<LocalDate> parts = new ArrayList<>();
      for (LocalDate part = start; part.isBefore(end()); part = part.plusMonths(QUARTER_MONTHS)) {
        parts.add(part);
      }
      return parts;
    }
  }

  /**
   * The cohorts asked for.
   *
   * @param from first day of the earliest cohort, or null for ten years before the snapshot
   * @param to first day of the latest cohort, or null for the latest that ended by the snapshot
   */
  public static CohortWindows of(
      Set<WindowKind> kinds, LocalDate from, LocalDate to, LocalDate snapshot) {
    LocalDate earliest = from == null ? quarterOf(snapshot).minusYears(DEFAULT_YEARS) : from;
    LocalDate latest = to == null ? snapshot : to;
    List<Cohort> cohorts = new ArrayList<>();
    Set<LocalDate> quarters = new TreeSet<>();
    for (LocalDate start = firstQuarter(earliest);
        !start.isAfter(latest);
        start = start.plusMonths(QUARTER_MONTHS)) {
      for (WindowKind kind : kinds) {
        Cohort cohort = new Cohort(kind, start, true);
        if (to != null || !cohort.end().isAfter(snapshot)) {
          cohorts.add(cohort);
          if (kind == WindowKind.FOUR_QUARTERS) {
            quarters.addAll(cohort.parts());
          }
        }
      }
    }
    for (LocalDate quarter : quarters) {
      if (cohorts.stream()
          .noneMatch(c -> c.kind() == WindowKind.QUARTER && c.start().equals(quarter))) {
        cohorts.add(new Cohort(WindowKind.QUARTER, quarter, false));
      }
    }
    cohorts.sort(Comparator.comparing(Cohort::kind).thenComparing(Cohort::start));
    return new CohortWindows(cohorts);
  }

  private static LocalDate quarterOf(LocalDate day) {
    return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
  }

  private static LocalDate firstQuarter(LocalDate day) {
    LocalDate quarter = quarterOf(day);
    return quarter.equals(day) ? quarter : quarter.plusMonths(QUARTER_MONTHS);
  }

  /** Whether a cohort was asked for. */
  public boolean has(WindowKind kind, LocalDate start) {
    return rows.contains(new Cohort(kind, start, true));
  }

  /** First day of the earliest cohort asked for. */
  public LocalDate first() {
    return reported().min(Comparator.naturalOrder()).orElseThrow();
  }

  /** First day of the latest cohort asked for. */
  public LocalDate last() {
    return reported().max(Comparator.naturalOrder()).orElseThrow();
  }

  private Stream<LocalDate> reported() {
    return rows.stream().filter(Cohort::isReported).map(Cohort::start);
  }

  /** Holds {@code cohort_window} and {@code cohort_part} in an engine. */
  public void hold(Engine engine) {
    List<List<Object>> windows = new ArrayList<>();
    List<List<Object>> parts = new ArrayList<>();
    for (Cohort cohort : rows) {
      String kind = cohort.kind().label();
      windows.add(List.of(kind, cohort.start(), cohort.end(), cohort.isReported()));
      cohort.parts().forEach(part -> parts.add(List.of(kind, cohort.start(), part)));
    }
    engine.hold(
        new SmallTable(
            "cohort_window",
            List.of(
                new Column("cohort_window", "string"),
                new Column("cohort_start", "date"),
                new Column("cohort_end", "date"),
                new Column("is_reported", "boolean")),
            windows));
    engine.hold(
        new SmallTable(
            "cohort_part",
            List.of(
                new Column("cohort_window", "string"),
                new Column("cohort_start", "date"),
                new Column("part_start", "date")),
            parts));
  }
}
