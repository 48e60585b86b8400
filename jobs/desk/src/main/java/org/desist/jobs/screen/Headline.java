// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.desist.jobs.query.MartDatabase;
import org.desist.jobs.terminal.TextTable;
import org.desist.text.FigureText;

/** The cohort a reader wants first: who is in it, and its rates by region and provider. */
final class Headline {
  private final MartDatabase marts;
  private final AreaNames names;
  private final Map<Cohort, List<Map<String, Object>>> rows = new HashMap<>();

  Headline(MartDatabase marts, AreaNames names) {
    this.marts = marts;
    this.names = names;
  }

  /**
   * A cohort.
   *
   * @param status {@code final}, {@code provisional} or {@code incomplete}
   * @param observed share of its members whose follow-up and proof are complete
   */
  record Cohort(String window, LocalDate start, LocalDate end, String status, Object observed) {
    String text() {
      String text = "%s from %s to %s (%s".formatted(CodeWords.plain(window), start, end, status);
      return text
          + (status.equals("final") ? ")" : ", " + FigureText.percent(observed, 1) + " observed)");
    }
  }

  private List<Map<String, Object>> rows(Cohort wanted) {
    return rows.computeIfAbsent(
        wanted,
        cohort -> marts.rows("sql/query/run/headline.sql", cohort.window(), cohort.start()));
  }

  /** Empty when no cohort has been published. */
  Optional<Cohort> cohort() {
    if (!marts.has("published", "reoffending_rate")) {
      return Optional.empty();
    }
    return marts.rows("sql/query/run/headline_cohort.sql").stream()
        .findFirst()
        .map(Headline::cohort);
  }

  /** How many cohorts there are, by window and status. */
  TextTable cohorts() {
    TextTable table =
        TextTable.open().left("Cohorts").left("status").right("number").left("first day");
    for (Map<String, Object> row : marts.rows("sql/query/run/cohorts.sql")) {
      table.row(
          CodeWords.plain(row.get("cohort_window")),
          row.get("cohort_status").toString(),
          FigureText.count(row.get("cohorts")),
          row.get("first_start") + " to " + row.get("last_start"));
    }
    return table;
  }

  /** Who is in the cohort and who is left out. */
  TextTable members(Cohort cohort) {
    TextTable table = TextTable.open().left("Who is in it").right("people").left("");
    if (marts.has("restricted", "cohort_member")) {
      for (Map<String, Object> row :
          marts.rows("sql/query/run/members.sql", cohort.window(), cohort.start())) {
        table.row(CodeWords.plain(row.get("entry_type")), FigureText.count(row.get("people")), "");
      }
    }
    if (marts.has("restricted", "attrition")) {
      for (Map<String, Object> row :
          marts.rows("sql/query/run/attrition.sql", cohort.window(), cohort.start())) {
        String reason = row.get("reason").toString();
        table.row(
            "left out: " + CodeWords.plain(reason),
            FigureText.count(row.get("people")),
            CodeWords.reason(reason));
      }
    }
    return table;
  }

  /** Rates with intervals; a rate that may not be shown is replaced by the reason. */
  TextTable rates(Cohort cohort) {
    TextTable table =
        TextTable.open()
            .left("Reoffending by area")
            .left("")
            .spare()
            .right("offenders")
            .right("reoffenders")
            .right("rate")
            .right("95% interval")
            .whole()
            .right("per reoffender")
            .spare();
    String before = "national";
    List<Map<String, Object>> rows = rows(cohort);
    for (Map<String, Object> row : rows) {
      String type = row.get("geography_type").toString();
      if (isSmallProvider(row)) {
        continue;
      }
      if (!type.equals(before)) {
        table.row("", "", "", "", "", "", "");
        before = type;
      }
      table.row(rate(type, row));
    }
    return table;
  }

  /** Areas of a kind whose rate may be shown. */
  List<Area> areas(String type, Cohort cohort) {
    return rows(cohort).stream()
        .filter(row -> row.get("geography_type").equals(type))
        .filter(row -> "ok".equals(row.get("rate_status")))
        .filter(row -> !row.get("geography_code").equals("UNKNOWN"))
        .map(
            row ->
                new Area(
                    names.of(type, row.get("geography_code").toString()),
                    ((Number) row.get("reoffending_rate")).doubleValue(),
                    ((Number) row.get("offenders")).longValue()))
        .toList();
  }

  /**
   * An area with its rate.
   *
   * @param rate share of its people who reoffended, 0 to 1
   */
  record Area(String name, double rate, long offenders) {
    String text() {
      return "%s, %s".formatted(name, FigureText.percent(rate, 1));
    }
  }

  /** How many providers are left out of the table because they have too few people for a rate. */
  long smallProviders(Cohort cohort) {
    return rows(cohort).stream().filter(Headline::isSmallProvider).count();
  }

  private static boolean isSmallProvider(Map<String, Object> row) {
    return row.get("geography_type").equals("provider") && row.get("rate_status").equals("too_few");
  }

  private List<String> rate(String type, Map<String, Object> row) {
    String code = row.get("geography_code").toString();
    boolean shown = "ok".equals(row.get("rate_status"));
    boolean counted = "ok".equals(row.get("count_status"));
    return List.of(
        names.of(type, code),
        type.equals("national") ? "" : code,
        counted || row.get("offenders") != null
            ? FigureText.count(row.get("offenders"))
            : CodeWords.plain(row.get("count_status")),
        FigureText.count(row.get("reoffenders")),
        shown
            ? FigureText.percent(row.get("reoffending_rate"), 1)
            : CodeWords.plain(row.get("rate_status")),
        shown
            ? FigureText.percent(row.get("rate_lower"), 1)
                + " - "
                + FigureText.percent(row.get("rate_upper"), 1)
            : "",
        FigureText.decimals(row.get("reoffences_per_reoffender"), 2));
  }

  private static Cohort cohort(Map<String, Object> row) {
    return new Cohort(
        row.get("cohort_window").toString(),
        LocalDate.parse(row.get("cohort_start").toString()),
        LocalDate.parse(row.get("cohort_end").toString()),
        row.get("cohort_status").toString(),
        row.get("share_observed"));
  }
}
