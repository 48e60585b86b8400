// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.desist.jobs.query.MartDatabase;

/** The cohort a reader wants first: who is in it, and its rates by region and provider. */
final class Headline {
  private final MartDatabase marts;
  private final ScreenSql sql;
  private final AreaNames names;

  Headline(MartDatabase marts, AreaNames names) {
    this.marts = marts;
    this.sql = new ScreenSql(marts.connection());
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
      String text = "%s from %s to %s (%s".formatted(Words.plain(window), start, end, status);
      return text + (status.equals("final") ? ")" : ", " + Words.percent(observed) + " observed)");
    }
  }

  /** Empty when no cohort has been published. */
  Optional<Cohort> cohort() {
    if (!marts.has("published", "reoffending_rate")) {
      return Optional.empty();
    }
    return sql.rows("headline-cohort").stream().findFirst().map(Headline::cohort);
  }

  /** How many cohorts there are, by window and status. */
  TextTable cohorts() {
    TextTable table =
        TextTable.open().left("Cohorts").left("status").right("number").left("first day");
    for (Map<String, Object> row : sql.rows("cohorts")) {
      table.row(
          Words.plain(row.get("cohort_window")),
          row.get("cohort_status").toString(),
          Words.count(row.get("cohorts")),
          row.get("first_start") + " to " + row.get("last_start"));
    }
    return table;
  }

  /** Who is in the cohort and who is left out. */
  TextTable members(Cohort cohort) {
    TextTable table = TextTable.open().left("Who is in it").right("people").left("");
    if (marts.has("restricted", "cohort_member")) {
      for (Map<String, Object> row : sql.rows("members", cohort.window(), cohort.start())) {
        table.row(Words.plain(row.get("entry_type")), Words.count(row.get("people")), "");
      }
    }
    if (marts.has("restricted", "attrition")) {
      for (Map<String, Object> row : sql.rows("attrition", cohort.window(), cohort.start())) {
        String reason = row.get("reason").toString();
        table.row(
            "left out: " + Words.plain(reason),
            Words.count(row.get("people")),
            Words.reason(reason));
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
            .right("offenders")
            .right("reoffenders")
            .right("rate")
            .right("95% interval")
            .right("per reoffender");
    String before = "national";
    List<Map<String, Object>> rows = sql.rows("headline", cohort.window(), cohort.start());
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

  /** How many providers are left out of the table because they have too few people for a rate. */
  long smallProviders(Cohort cohort) {
    return sql.rows("headline", cohort.window(), cohort.start()).stream()
        .filter(Headline::isSmallProvider)
        .count();
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
            ? Words.count(row.get("offenders"))
            : Words.plain(row.get("count_status")),
        Words.count(row.get("reoffenders")),
        shown ? Words.percent(row.get("reoffending_rate")) : Words.plain(row.get("rate_status")),
        shown
            ? Words.percent(row.get("rate_lower")) + " - " + Words.percent(row.get("rate_upper"))
            : "",
        Words.ratio(row.get("reoffences_per_reoffender")));
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
