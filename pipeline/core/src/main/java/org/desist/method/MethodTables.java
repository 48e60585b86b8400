// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.desist.engine.Engine;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;

/** The method as tables, which is how models read it: no SQL text is ever made from values. */
public final class MethodTables {
  private MethodTables() {}

  /** Holds {@code method} and the tables {@code method_...} in an engine. */
  public static void hold(Engine engine, Method method, LocalDate snapshot) {
    engine.hold(constants(method, snapshot));
    engine.hold(breaches(method));
    engine.hold(
        names("method_excluded_release", "release_type", method.entry().excludedReleaseTypes()));
    engine.hold(months("method_month", method.followUpMonths()));
    engine.hold(months("method_observed_month", method.observedMonths()));
    engine.hold(Target.table(method.targets()));
    engine.hold(
        names("method_baseline_geography", "geography_type", method.baselines().geographies()));
    engine.hold(names("method_baseline_breakdown", "breakdown", method.baselines().breakdowns()));
    SupervisionTables.hold(engine, method);
    method.standards().hold(engine);
  }

  private static SmallTable constants(Method method, LocalDate snapshot) {
    List<Column> columns = new ArrayList<>();
    List<Object> row = new ArrayList<>();
    add(columns, row, "snapshot", "date", snapshot);
    add(columns, row, "measure", "string", method.measure().label());
    add(columns, row, "score", "string", method.score().label());
    add(
        columns,
        row,
        "is_conviction_only",
        "boolean",
        method.measure().equals(Measure.RECONVICTION));
    add(columns, row, "follow_up_months", "int", method.followUpMonths());
    add(columns, row, "proof_months", "int", method.followUpMonths() + method.proofMonths());
    add(columns, row, "observed_months", "int", method.observedMonths());
    add(columns, row, "minimum_age", "int", method.entry().minimumAge());
    add(columns, row, "adult_age", "int", method.entry().adultAge());
    add(columns, row, "attribution_days_before", "int", method.attribution().daysBefore());
    add(columns, row, "attribution_days_after", "int", method.attribution().daysAfter());
    add(columns, row, "needs_days_before", "int", method.comparison().needsDaysBefore());
    add(columns, row, "needs_days_after", "int", method.comparison().needsDaysAfter());
    add(columns, row, "z", "double", method.z());
    add(columns, row, "ogrs3_copas_factor", "double", method.ogrs3().copasFactor());
    add(columns, row, "ogrs3_first_sanction", "double", method.ogrs3().firstSanction());
    add(columns, row, "ogrs3_repeat_sanction", "double", method.ogrs3().repeatSanction());
    add(columns, row, "ogrs3_one_year_constant", "double", method.ogrs3().oneYearConstant());
    add(columns, row, "ogrs3_two_year_constant", "double", method.ogrs3().twoYearConstant());
    add(columns, row, "baseline_z", "double", method.baselines().z());
    add(
        columns,
        row,
        "short_sentences_supervised_from",
        "date",
        method.likeForLike().supervisedFrom());
    add(columns, row, "mix_points", "double", method.likeForLike().mixPoints());
    add(columns, row, "minimum_offenders", "int", method.disclosure().minimumOffenders());
    add(columns, row, "smallest_count", "int", method.disclosure().smallestCount());
    supervision(columns, row, method);
    add(columns, row, "amber_points", "double", method.scorecard().amberPoints());
    add(columns, row, "projection_cohorts", "int", method.projection().cohorts());
    add(columns, row, "projection_minimum_cohorts", "int", method.projection().minimumCohorts());
    add(
        columns,
        row,
        "projection_minimum_completion",
        "double",
        method.projection().minimumCompletion());
    return new SmallTable("method", columns, List.of(row));
  }

  private static void supervision(List<Column> columns, List<Object> row, Method method) {
    int months = method.localAdult().months();
    int proofMonths = months + method.localAdult().proofMonths();
    int workingDays = method.caseload().allocationWorkingDays();
    add(columns, row, "allocation_working_days", "int", workingDays);
    add(columns, row, "local_adult_months", "int", months);
    add(columns, row, "local_adult_proof_months", "int", proofMonths);
    add(
        columns,
        row,
        "local_adult_observed_months",
        "int",
        proofMonths + method.loadingLagMonths());
    Standards standards = method.standards();
    add(columns, row, "start_check_months", "int", standards.startCheckMonths());
    add(columns, row, "completion_check_months", "int", standards.completionCheckMonths());
    add(columns, row, "training_percent", "int", standards.trainingPercent());
    add(columns, row, "video_percent", "int", standards.videoPercent());
    add(columns, row, "moved_days", "int", standards.movedDays());
    add(columns, row, "resettlement_weeks", "int", standards.resettlementWeeks());
    add(columns, row, "served_percent", "int", standards.servedPercent());
  }

  private static void add(
      List<Column> columns, List<Object> row, String name, String type, Object value) {
    columns.add(new Column(name, type));
    row.add(value);
  }

  private static SmallTable breaches(Method method) {
    List<List<Object>> rows = new ArrayList<>();
    method.breach().add().forEach(code -> rows.add(List.of(code, true)));
    method.breach().remove().forEach(code -> rows.add(List.of(code, false)));
    return new SmallTable(
        "method_breach",
        List.of(new Column("ho_code", "string"), new Column("is_breach", "boolean")),
        rows);
  }

  static SmallTable names(String table, String column, List<String> names) {
    return new SmallTable(
        table,
        List.of(new Column(column, "string")),
        names.stream().map(name -> List.<Object>of(name)).toList());
  }

  /** Month 0 to a last one. */
  private static SmallTable months(String name, int last) {
    return new SmallTable(
        name,
        List.of(new Column("month", "int")),
        IntStream.rangeClosed(0, last).mapToObj(month -> List.<Object>of(month)).toList());
  }
}
