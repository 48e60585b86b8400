// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.time.LocalDate;
import java.util.List;
import org.desist.engine.LocalTables;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;

/** The one-row table {@code guard_limit} that the questions of a guard read. */
final class Limit {
  private Limit() {}

  /**
   * Holds it.
   *
   * @param settledBy a cohort that ended by this day has its members
   * @param minimumOffenders below which a rate is not looked at
   */
  static void hold(LocalTables tables, LocalDate settledBy, long minimumOffenders) {
    tables.hold(
        new SmallTable(
            "guard_limit",
            List.of(new Column("settled_by", "date"), new Column("minimum_offenders", "bigint")),
            List.of(List.of(settledBy, minimumOffenders))));
  }
}
