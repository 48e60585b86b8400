// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.baseline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.EngineRoom;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.method.Measure;
import org.desist.method.Score;
import org.desist.publish.VersionManifest;
import org.desist.run.Software;
import org.desist.run.Versions;

/** Freezes baselines: from the figures of a published version, or from a file. */
public final class Baselines {
  private static final int QUARTER_MONTHS = 3;
  private static final int PLACES = 9;

  private final Path out;
  private final LocalDate today;

  /**
   * Baselines of an output folder.
   *
   * @param today the date that manifests carry
   */
  public Baselines(Path out, LocalDate today) {
    this.out = out;
    this.today = today;
  }

  /**
   * Freezes the quarter cohorts of a published version whose first days lie in a period.
   *
   * @param run the version
   * @throws DesistException BAD_ARGUMENT when the version lacks a quarter of the period, or one is
   *     not final
   */
  public BaselineManifest build(String name, LocalDate from, LocalDate to, String run) {
    Path version = Versions.below(out).folder(run);
    VersionManifest source = VersionManifest.read(version);
    List<BaselineRow> rows;
    Map<String, Object> told;
    try (DuckDbEngine duckdb = EngineRoom.LOOKUP.open(out.resolve(".spill"))) {
      duckdb.mount("cell", version.resolve("restricted").resolve("baseline_cell"));
      checkQuarters(duckdb, from, to, run);
      rows = rows(duckdb, from, to);
      duckdb.mount("run", version.resolve("published").resolve("run"));
      told = duckdb.rows("select * from run").get(0);
    }
    return BaselineStore.below(out)
        .freeze(
            new BaselineManifest(
                name,
                0,
                from.toString(),
                to.toString(),
                "built",
                run,
                source.snapshot(),
                source.method(),
                source.methodHash(),
                (String) told.get("measure"),
                // A version of before there was a choice does not tell its score.
                (String) told.get("score"),
                null,
                0,
                "",
                today.toString(),
                Software.version()),
            rows);
  }

  private static void checkQuarters(DuckDbEngine duckdb, LocalDate from, LocalDate to, String run) {
    List<LocalDate> wanted = new ArrayList<>();
    for (LocalDate start = from;
        start.plusMonths(QUARTER_MONTHS).minusDays(1).compareTo(to) <= 0;
        start = start.plusMonths(QUARTER_MONTHS)) {
      wanted.add(start);
    }
    boolean isQuarters =
        from.getDayOfMonth() == 1
            && from.getMonthValue() % QUARTER_MONTHS == 1
            && !wanted.isEmpty()
            && wanted.get(wanted.size() - 1).plusMonths(QUARTER_MONTHS).minusDays(1).equals(to);
    if (!isQuarters) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot build a baseline from %s to %s: a baseline is made of whole quarters, such as --from 2011-01-01 --to 2011-12-31."
              .formatted(from, to));
    }
    NavigableMap<LocalDate, String> statuses = new TreeMap<>();
    duckdb
        .rows(
            "select distinct cohort_start, cohort_status from cell where cohort_window = 'quarter'")
        .forEach(
            row ->
                statuses.put(
                    (LocalDate) row.get("cohort_start"), (String) row.get("cohort_status")));
    for (LocalDate start : wanted) {
      // A quarter that nobody entered has no figures, and none are missing.
      boolean isCovered =
          !statuses.isEmpty()
              && !start.isBefore(statuses.firstKey())
              && !start.isAfter(statuses.lastKey());
      if (!isCovered) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            "Cannot build the baseline: run %s has no quarter cohort of %s. Run again with --from %s and the window quarter or all."
                .formatted(run, start, from));
      }
      String status = statuses.getOrDefault(start, "final");
      if (!status.equals("final")) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            "Cannot build a baseline from the quarter of %s: in run %s it is %s, and a baseline is made of final figures. Take a later snapshot or earlier quarters."
                .formatted(start, run, status));
      }
    }
  }

  private static List<BaselineRow> rows(DuckDbEngine duckdb, LocalDate from, LocalDate to) {
    return duckdb
        .rows(
            """
            select geography_type, geography_code, breakdown, category, cohort_start, offenders,
                reoffenders, reoffences, scored, one_year_billionths, short_releases
            from cell
            where cohort_window = 'quarter' and offenders > 0
                and cohort_start between date '%s' and date '%s'
            """
                .formatted(from, to))
        .stream()
        .map(Baselines::row)
        .sorted(
            Comparator.comparing(BaselineRow::geographyType)
                .thenComparing(BaselineRow::geographyCode)
                .thenComparing(BaselineRow::breakdown)
                .thenComparing(BaselineRow::category)
                .thenComparing(BaselineRow::quarterStart))
        .toList();
  }

  private static BaselineRow row(Map<String, Object> cell) {
    long offenders = (Long) cell.get("offenders");
    long reoffenders = (Long) cell.get("reoffenders");
    long reoffences = (Long) cell.get("reoffences");
    long scored = (Long) cell.get("scored");
    BigDecimal sum = BigDecimal.valueOf((Long) cell.get("one_year_billionths"), PLACES);
    return new BaselineRow(
        (String) cell.get("geography_type"),
        (String) cell.get("geography_code"),
        (String) cell.get("breakdown"),
        (String) cell.get("category"),
        (LocalDate) cell.get("cohort_start"),
        offenders,
        reoffenders,
        reoffences,
        ratio(BigDecimal.valueOf(reoffenders), offenders),
        ratio(BigDecimal.valueOf(reoffences), reoffenders),
        ratio(sum, scored),
        (Long) cell.get("short_releases"));
  }

  private static BigDecimal ratio(BigDecimal part, long whole) {
    return whole == 0 ? null : part.divide(BigDecimal.valueOf(whole), PLACES, RoundingMode.HALF_UP);
  }

  /**
   * Freezes what a file says, such as a published baseline.
   *
   * @param measure what its figures count
   * @param score of its expected rates; null for that of the manifest beside a file that was built,
   *     else OGRS3
   * @throws DesistException BAD_BASELINE when its figures contradict each other, or it names places
   *     and categories that there are not; a file that was built, with its manifest beside it, may
   *     have places that only the records know
   */
  public BaselineManifest importFile(String name, Path file, Measure measure, Score score) {
    Optional<BaselineManifest> built = BaselineStore.built(file);
    List<BaselineRow> rows =
        BaselineFile.read(
            file,
            row -> {
              List<String> faults = new ArrayList<>(BaselineFaults.ofFigures(row));
              if (built.isEmpty()) {
                faults.addAll(0, BaselineFaults.ofKey(row, today));
              }
              return faults;
            });
    LocalDate first =
        rows.stream().map(BaselineRow::quarterStart).min(Comparator.naturalOrder()).orElseThrow();
    LocalDate last =
        rows.stream().map(BaselineRow::quarterStart).max(Comparator.naturalOrder()).orElseThrow();
    return BaselineStore.below(out)
        .freeze(
            new BaselineManifest(
                name,
                0,
                first.toString(),
                last.plusMonths(QUARTER_MONTHS).minusDays(1).toString(),
                "imported",
                null,
                null,
                null,
                null,
                measure.label(),
                score != null
                    ? score.label()
                    : built.map(BaselineManifest::score).orElse(Score.OGRS3.label()),
                file.getFileName().toString(),
                0,
                "",
                today.toString(),
                Software.version()),
            rows);
  }
}
