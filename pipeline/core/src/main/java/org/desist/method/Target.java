// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import static org.desist.method.Method.require;
import static org.desist.method.Method.requireKnown;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.ingest.KnownCodes;
import org.desist.run.WindowKind;

/**
 * A fall that is to be reached. Days are written {@code YYYY-MM-DD}.
 *
 * @param name what outputs call it
 * @param window kind of cohort that is measured, {@code quarter} when not said
 * @param geographyType {@code national} when not said
 * @param geographyCode {@code EW} when not said
 * @param breakdown {@code total} when not said
 * @param category {@code total} when not said
 * @param measure {@code rate} of reoffending, or {@code frequency}: reoffences per reoffender;
 *     {@code rate} when not said
 * @param baseline name of a frozen baseline; without one, {@code baseFrom} says the base
 * @param baseFrom first day of the first cohort of the base, of the same window and run
 * @param baseTo first day of the last one, {@code baseFrom} when not said
 * @param fallPercent the fall, in percent of the base, over 0 and up to 100
 * @param fallPoints or in percentage points of the rate, over 0 and up to 100
 * @param by first day of the cohort that has to have reached it
 */
public record Target(
    String name,
    String window,
    String geographyType,
    String geographyCode,
    String breakdown,
    String category,
    String measure,
    String baseline,
    String baseFrom,
    String baseTo,
    Double fallPercent,
    Double fallPoints,
    String by) {
  private static final int QUARTER_MONTHS = 3;
  private static final int PERCENT = 100;

  public Target {
    require(name != null && !name.isBlank(), "targets.name", name, "every target needs a name");
    window = Objects.requireNonNullElse(window, WindowKind.QUARTER.label());
    geographyType = Objects.requireNonNullElse(geographyType, "national");
    geographyCode = Objects.requireNonNullElse(geographyCode, "EW");
    breakdown = Objects.requireNonNullElse(breakdown, "total");
    category = Objects.requireNonNullElse(category, "total");
    measure = Objects.requireNonNullElse(measure, "rate");
    baseTo = Objects.requireNonNullElse(baseTo, Objects.requireNonNullElse(baseFrom, ""));
    require(
        Arrays.stream(WindowKind.values()).map(WindowKind::label).toList().contains(window),
        key(name, "window"),
        window,
        "it is quarter, year or four_quarters");
    requireKnown(
        key(name, "geography_code"),
        geographyCode,
        KnownCodes.faultOfPlace(geographyType, geographyCode));
    requireKnown(key(name, "category"), category, KnownCodes.faultOfCategory(breakdown, category));
    require(
        Set.of("rate", "frequency").contains(measure),
        key(name, "measure"),
        measure,
        "it is rate or frequency");
    require(
        (fallPercent == null) != (fallPoints == null),
        key(name, "fall"),
        fallPercent == null ? "missing" : "there twice",
        "a target has either fall_percent or fall_points");
    double fall = fallPercent == null ? fallPoints : fallPercent;
    require(fall > 0 && fall <= PERCENT, key(name, "fall"), fall, "it lies over 0 and up to 100");
    require(
        fallPoints == null || measure.equals("rate"),
        key(name, "fall_points"),
        fallPoints,
        "only a rate falls by points");
    day(name, "by", by);
    require(
        (baseline == null) != (baseFrom == null),
        key(name, "base"),
        baseline == null ? "missing" : "there twice",
        "a target has either baseline or base_from");
    if (baseFrom != null) {
      LocalDate from = day(name, "base_from", baseFrom);
      LocalDate to = day(name, "base_to", baseTo);
      require(!to.isBefore(from), key(name, "base_to"), baseTo, "it is before base_from");
      require(
          window.equals(WindowKind.QUARTER.label()) || to.equals(from),
          key(name, "base_to"),
          baseTo,
          "cohorts of a year overlap: take one of them, or quarters");
    }
  }

  private static String key(String name, String setting) {
    return "targets." + setting + " of " + name;
  }

  private static LocalDate day(String name, String setting, String value) {
    LocalDate day = null;
    try {
      day = value == null ? null : LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      // Said below.
    }
    require(
        day != null && day.getDayOfMonth() == 1 && day.getMonthValue() % QUARTER_MONTHS == 1,
        key(name, setting),
        value,
        "it is the first day of a cohort, such as 2011-01-01");
    return day;
  }

  /** The table {@code method_target}, a row per target. */
  static SmallTable table(List<Target> targets) {
    return new SmallTable(
        "method_target",
        List.of(
            new Column("target", "string"),
            new Column("cohort_window", "string"),
            new Column("geography_type", "string"),
            new Column("geography_code", "string"),
            new Column("breakdown", "string"),
            new Column("category", "string"),
            new Column("measure", "string"),
            new Column("baseline", "string"),
            new Column("base_from", "date"),
            new Column("base_to", "date"),
            new Column("base_cohorts", "int"),
            new Column("fall_percent", "double"),
            new Column("fall_points", "double"),
            new Column("by_cohort", "date")),
        targets.stream().map(Target::row).toList());
  }

  private List<Object> row() {
    LocalDate from = baseFrom == null ? null : LocalDate.parse(baseFrom);
    LocalDate to = baseFrom == null ? null : LocalDate.parse(baseTo);
    Integer cohorts =
        from == null ? null : (int) ChronoUnit.MONTHS.between(from, to) / QUARTER_MONTHS + 1;
    return Arrays.asList(
        name,
        window,
        geographyType,
        geographyCode,
        breakdown,
        category,
        measure,
        baseline,
        from,
        to,
        cohorts,
        fallPercent,
        fallPoints,
        LocalDate.parse(by));
  }
}
