// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.desist.bridge.CellBridge.RateCell;
import org.desist.run.WindowKind;
import org.desist.text.FigureText;

/** Turns what stands in a row into a cell of the marts. */
record PublishedRowReader(PublishedLabels labels, WindowKind twelveMonths) {
  private static final String NATIONAL = "national";
  private static final String REGION = "region";
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}|\\d{1,3}(?:,\\d{3}){1,2}");

  private record Area(String type, String code) {}

  private record Part(String breakdown, String category) {}

  /** What is wrong with a row. */
  List<String> faults(Map<String, Object> values) {
    List<String> faults = new ArrayList<>();
    row(0, values, faults);
    return faults;
  }

  /** The row, or null with its faults. */
  PublishedRow row(int number, Map<String, Object> values, List<String> faults) {
    Optional<PublishedCohort> cohort = cohort(text(values, "cohort"), faults);
    Optional<String> ages = ages(text(values, "adult_child"), faults);
    Optional<Area> area = area(values, faults);
    Optional<Part> part = part(values, faults);
    Optional<Long> offenders = count(values, "offenders", faults);
    Optional<Long> reoffenders = count(values, "reoffenders", faults);
    Optional<Long> reoffences = count(values, "reoffences", faults);
    checkAtMost("reoffenders %d are more than offenders %d", reoffenders, offenders, faults);
    checkAtLeast("reoffences %d are fewer than reoffenders %d", reoffences, reoffenders, faults);
    if (!faults.isEmpty()) {
      return null;
    }
    return new PublishedRow(
        number,
        written(values),
        cell(cohort.orElseThrow(), area.orElseThrow(), part.orElseThrow()),
        ages.filter(age -> !age.isEmpty()).orElse(PublishedRow.TOTAL),
        !isEverybody(text(values, "subcat2")),
        offenders.orElse(null),
        reoffenders.orElse(null),
        reoffences.orElse(null));
  }

  private PublishedRow.Written written(Map<String, Object> values) {
    String area = text(values, REGION);
    List<String> group = new ArrayList<>();
    for (String column : List.of("adult_child", "category", "subcat1", "subcat2")) {
      if (!isEverybody(text(values, column))) {
        group.add(text(values, column));
      }
    }
    return new PublishedRow.Written(
        text(values, "cohort"),
        labels.nation(area).isPresent() ? "England and Wales" : area,
        group.isEmpty() ? "everybody" : String.join(", ", group));
  }

  private static RateCell cell(PublishedCohort cohort, Area area, Part part) {
    return new RateCell(
        cohort.window().label(),
        cohort.start(),
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
    String kind = text(values, "geography_type");
    Optional<String> type = kind.isEmpty() ? Optional.of(REGION) : labels.kind(kind);
    if (type.isEmpty()) {
      faults.add(
          "geography_type %s is no kind of area%s".formatted(kind, labels.nearestKind(kind)));
      return Optional.empty();
    }
    String text = text(values, REGION);
    Optional<Area> area =
        labels
            .nation(text)
            .map(code -> new Area(NATIONAL, code))
            .or(() -> labels.area(type.get(), text).map(code -> new Area(type.get(), code)));
    if (area.isEmpty()) {
      faults.add(
          "region %s is no %s of the reference tables%s"
              .formatted(text, type.get().replace('_', ' '), labels.nearestArea(type.get(), text)));
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
              .formatted(part, text, labels.nearestCategory(breakdown.get(), part)));
    }
    return category.map(code -> new Part(breakdown.get(), code));
  }

  private Optional<Long> count(Map<String, Object> values, String column, List<String> faults) {
    String text = text(values, column);
    if (labels.isWithheld(text)) {
      return Optional.empty();
    }
    if (!COUNT.matcher(text).matches()) {
      faults.add(
          "%s %s is no count: write digits, or one of %s where it was withheld"
              .formatted(column, text, labels.withheldMarks()));
      return Optional.empty();
    }
    return Optional.of(Long.valueOf(text.replace(",", "")));
  }

  /** The first may not be more than the second. */
  private static void checkAtMost(
      String fault, Optional<Long> first, Optional<Long> second, List<String> faults) {
    if (first.isPresent() && second.isPresent() && first.get() > second.get()) {
      faults.add(FigureText.text(fault, first.get(), second.get()));
    }
  }

  /** The first may not be less than the second. */
  private static void checkAtLeast(
      String fault, Optional<Long> first, Optional<Long> second, List<String> faults) {
    if (first.isPresent() && second.isPresent() && first.get() < second.get()) {
      faults.add(FigureText.text(fault, first.get(), second.get()));
    }
  }

  private boolean isEverybody(String text) {
    return labels.breakdown(text).filter(PublishedRow.TOTAL::equals).isPresent();
  }

  private static String text(Map<String, Object> values, String column) {
    return values.get(column) == null ? "" : (String) values.get(column);
  }
}
