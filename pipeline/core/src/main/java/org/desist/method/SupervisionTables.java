// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.desist.engine.Engine;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;

/** The lists of the method that measures of supervision read. */
final class SupervisionTables {
  private SupervisionTables() {}

  /** Holds {@code method_allocation} and {@code method_iom} in an engine. */
  static void hold(Engine engine, Method method) {
    engine.hold(allocation(method.caseload()));
    engine.hold(iom(method.iom(), method.entry().adultAge()));
  }

  private static SmallTable allocation(Method.Caseload caseload) {
    return new SmallTable(
        "method_allocation",
        List.of(new Column("sentence_type", "string")),
        caseload.allocationSentenceTypes().stream().map(type -> List.<Object>of(type)).toList());
  }

  /** One row per criterion and parent group; what a row leaves empty stands for any. */
  private static SmallTable iom(Method.Iom iom, int adultAge) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(national("HIGH_SCORE", null, iom.percent(), adultAge));
    iom.offenceParentGroups()
        .forEach(
            group ->
                rows.add(national("SCORE_AND_OFFENCE", group, iom.offencePercent(), adultAge)));
    for (int i = 0; i < iom.local().size(); i++) {
      Method.Iom.Local local = iom.local().get(i);
      String name = local.name() == null ? "LOCAL " + (i + 1) : local.name();
      List<String> groups = local.offenceParentGroups();
      // Without a group there is one row, for any.
      Collection<String> each = groups.isEmpty() ? Collections.singleton(null) : groups;
      for (String group : each) {
        rows.add(
            Arrays.asList(
                "LOCAL",
                name,
                local.forceCode(),
                group,
                local.percent(),
                local.firstAge(adultAge),
                local.ageTo(),
                local.sex(),
                local.nominated()));
      }
    }
    return new SmallTable(
        "method_iom",
        List.of(
            new Column("criterion", "string"),
            new Column("name", "string"),
            new Column("force_code", "string"),
            new Column("parent_group", "string"),
            new Column("percent", "int"),
            new Column("age_from", "int"),
            new Column("age_to", "int"),
            new Column("sex", "string"),
            new Column("nominated", "string")),
        rows);
  }

  private static List<Object> national(String name, String group, int percent, int adultAge) {
    return Arrays.asList(name, name, null, group, percent, adultAge, null, null, null);
  }
}
