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

  /** Holds {@code method} and the {@code method_*} tables in an engine. */
  public static void hold(Engine engine, Method method, LocalDate snapshot) {
    engine.hold(constants(method, snapshot));
    engine.hold(breaches(method));
    engine.hold(months(method));
    engine.hold(
        names("method_baseline_geography", "geography_type", method.baselines().geographies()));
    engine.hold(names("method_baseline_breakdown", "breakdown", method.baselines().breakdowns()));
  }

  private static SmallTable constants(Method method, LocalDate snapshot) {
    List<Column> columns = new ArrayList<>();
    List<Object> row = new ArrayList<>();
    add(columns, row, "snapshot", "date", snapshot);
    add(columns, row, "follow_up_months", "int", method.followUpMonths());
    add(columns, row, "proof_months", "int", method.followUpMonths() + method.proofMonths());
    add(columns, row, "observed_months", "int", method.observedMonths());
    add(columns, row, "attribution_days_before", "int", method.attribution().daysBefore());
    add(columns, row, "attribution_days_after", "int", method.attribution().daysAfter());
    add(columns, row, "z", "double", method.z());
    add(columns, row, "ogrs3_copas_factor", "double", method.ogrs3().copasFactor());
    add(columns, row, "ogrs3_first_sanction", "double", method.ogrs3().firstSanction());
    add(columns, row, "ogrs3_repeat_sanction", "double", method.ogrs3().repeatSanction());
    add(columns, row, "ogrs3_one_year_constant", "double", method.ogrs3().oneYearConstant());
    add(columns, row, "ogrs3_two_year_constant", "double", method.ogrs3().twoYearConstant());
    add(columns, row, "baseline_z", "double", method.baselines().z());
    add(columns, row, "minimum_offenders", "int", method.disclosure().minimumOffenders());
    add(columns, row, "smallest_count", "int", method.disclosure().smallestCount());
    return new SmallTable("method", columns, List.of(row));
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

  private static SmallTable names(String table, String column, List<String> names) {
    return new SmallTable(
        table,
        List.of(new Column(column, "string")),
        names.stream().map(name -> List.<Object>of(name)).toList());
  }

  /** Month 0 to the last month of the follow-up. */
  private static SmallTable months(Method method) {
    return new SmallTable(
        "method_month",
        List.of(new Column("month", "int")),
        IntStream.rangeClosed(0, method.followUpMonths())
            .mapToObj(month -> List.<Object>of(month))
            .toList());
  }
}
