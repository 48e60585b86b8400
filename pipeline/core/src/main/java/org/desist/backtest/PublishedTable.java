// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.backtest;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.desist.bridge.CellBridge.RateCell;
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
 */
public final class PublishedTable {
  private static final Resource CONTRACT =
      DataPackage.published().resource("published").orElseThrow();
  private static final String NATIONAL = "national";
  private static final String REGION = "region";

  private final PublishedLabels labels = PublishedLabels.read();
  private final WindowKind twelveMonths;

  private PublishedTable(WindowKind twelveMonths) {
    this.twelveMonths = twelveMonths;
  }

  /**
   * Reads a file.
   *
   * @param twelveMonths what a cohort of twelve months is: four quarters, as published since 2017,
   *     or a year
   * @return its rows in their order
   * @throws DesistException BAD_PUBLISHED_TABLE naming line, value and what is wrong with it
   */
  public static List<PublishedRow> read(Path file, WindowKind twelveMonths) {
    PublishedTable table = new PublishedTable(twelveMonths);
    List<Map<String, Object>> values =
        SmallCsv.read(CONTRACT, file, ErrorCode.BAD_PUBLISHED_TABLE, table::faults);
    if (values.isEmpty()) {
      throw new DesistException(
          ErrorCode.BAD_PUBLISHED_TABLE,
          "Cannot use %s: it has no rows. Add some.".formatted(file));
    }
    List<PublishedRow> rows = new ArrayList<>();
    values.forEach(row -> rows.add(table.row(rows.size() + 1, row, new ArrayList<>())));
    return rows;
  }

  private List<String> faults(Map<String, Object> values) {
    List<String> faults = new ArrayList<>();
    row(0, values, faults);
    return faults;
  }

  /** The row, or null with its faults. */
  private PublishedRow row(int number, Map<String, Object> values, List<String> faults) {
    Optional<PublishedCohort> cohort = cohort(text(values, "cohort"), faults);
    Optional<String> ages = ages(text(values, "adult_child"), faults);
    Optional<Area> area = area(values, faults);
    Optional<Part> part = part(values, faults);
    counts(values, faults);
    if (!faults.isEmpty()) {
      return null;
    }
    return new PublishedRow(
        number,
        text(values, "cohort"),
        cell(cohort.orElseThrow(), area.orElseThrow(), part.orElseThrow()),
        ages.filter(age -> !age.isEmpty()).orElse(PublishedRow.TOTAL),
        !isEverybody(text(values, "subcat2")),
        (Long) values.get("offenders"),
        (Long) values.get("reoffenders"),
        (Long) values.get("reoffences"));
  }

  private record Area(String type, String code) {}

  private record Part(String breakdown, String category) {}

  private static RateCell cell(PublishedCohort cohort, Area area, Part part) {
    LocalDate start = cohort.start();
    return new RateCell(
        cohort.window().label(),
        start,
        area.type(),
        area.code(),
        part.breakdown(),
        part.category());
  }

  private Optional<PublishedCohort> cohort(String text, List<String> faults) {
    Optional<PublishedCohort> cohort = PublishedCohort.of(text, twelveMonths);
    if (cohort.isEmpty()) {
      faults.add(
          "cohort %s is no quarter and no twelve months from the first day of one; write it as 2017-07-01/2017-09-30, Jul 2017 to Sep 2017, 2017/18 or 2017"
              .formatted(text));
    }
    return cohort;
  }

  private Optional<String> ages(String text, List<String> faults) {
    Optional<String> ages = labels.ages(text);
    if (ages.isEmpty()) {
      faults.add("adult_child %s is none of Adult, Juvenile, Child and All".formatted(text));
    }
    return ages;
  }

  private Optional<Area> area(Map<String, Object> values, List<String> faults) {
    String type =
        text(values, "geography_type").isEmpty() ? REGION : text(values, "geography_type");
    String text = text(values, REGION);
    Optional<Area> area =
        labels
            .nation(text)
            .map(code -> new Area(NATIONAL, code))
            .or(() -> labels.area(type, text).map(code -> new Area(type, code)));
    if (area.isEmpty()) {
      faults.add(
          "region %s is no %s of the reference tables%s"
              .formatted(text, type.replace('_', ' '), labels.nearestArea(type, text)));
    }
    return area;
  }

  private Optional<Part> part(Map<String, Object> values, List<String> faults) {
    String text = text(values, "category");
    String part = text(values, "subcat1");
    Optional<String> breakdown = labels.breakdown(text);
    if (breakdown.isEmpty()) {
      faults.add(
          "category %s is no breakdown of the marts%s"
              .formatted(text, labels.nearestBreakdown(text)));
      return Optional.empty();
    }
    if (isEverybody(part)) {
      return Optional.of(new Part(PublishedRow.TOTAL, PublishedRow.TOTAL));
    }
    if (breakdown.get().equals(PublishedRow.TOTAL)) {
      faults.add("subcat1 %s is a part of no category: name one in category".formatted(part));
      return Optional.empty();
    }
    Optional<String> category = labels.category(breakdown.get(), part);
    if (category.isEmpty()) {
      faults.add(
          "subcat1 %s is no category of %s%s"
              .formatted(part, breakdown.get(), labels.nearestCategory(breakdown.get(), part)));
    }
    return category.map(code -> new Part(breakdown.get(), code));
  }

  private static void counts(Map<String, Object> values, List<String> faults) {
    Long offenders = (Long) values.get("offenders");
    Long reoffenders = (Long) values.get("reoffenders");
    Long reoffences = (Long) values.get("reoffences");
    if (offenders != null && reoffenders != null && reoffenders > offenders) {
      faults.add(
          FigureText.text("reoffenders %d are more than offenders %d", reoffenders, offenders));
    }
    if (reoffences != null && reoffenders != null && reoffences < reoffenders) {
      faults.add(
          FigureText.text("reoffences %d are fewer than reoffenders %d", reoffences, reoffenders));
    }
  }

  private boolean isEverybody(String text) {
    return labels.breakdown(text).filter(PublishedRow.TOTAL::equals).isPresent();
  }

  private static String text(Map<String, Object> values, String column) {
    return values.get(column) == null ? "" : (String) values.get(column);
  }
}
