// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import java.util.ArrayList;
import java.util.Arrays;
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
    engine.hold(iom(method.iom()));
  }

  private static SmallTable allocation(Method.Caseload caseload) {
    return new SmallTable(
        "method_allocation",
        List.of(new Column("sentence_type", "string")),
        caseload.allocationSentenceTypes().stream().map(type -> List.<Object>of(type)).toList());
  }

  /** One row per criterion and parent group; no force, or no group, stands for any. */
  private static SmallTable iom(Method.Iom iom) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(Arrays.asList("HIGH_SCORE", null, null, iom.percent()));
    iom.offenceParentGroups()
        .forEach(
            group ->
                rows.add(Arrays.asList("SCORE_AND_OFFENCE", null, group, iom.offencePercent())));
    for (Method.Iom.Local local : iom.local()) {
      List<String> groups = local.offenceParentGroups();
      if (groups.isEmpty()) {
        rows.add(Arrays.asList("LOCAL", local.forceCode(), null, local.percent()));
      }
      groups.forEach(
          group -> rows.add(Arrays.asList("LOCAL", local.forceCode(), group, local.percent())));
    }
    return new SmallTable(
        "method_iom",
        List.of(
            new Column("criterion", "string"),
            new Column("force_code", "string"),
            new Column("parent_group", "string"),
            new Column("percent", "int")),
        rows);
  }
}
