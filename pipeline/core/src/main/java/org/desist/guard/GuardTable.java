// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.desist.engine.Engine;
import org.desist.engine.LocalTables;
import org.desist.engine.Resources;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;

/** Checks as a table of Parquet files: the restricted mart {@code guard}. */
public final class GuardTable {
  /** The name of the table, of its folder in a stage, and of the mart. */
  public static final String NAME = "guard";

  /** The stage that writes it. */
  public static final String STAGE = "guard";

  /** Its folder in the stage store, for the guards of what arrived. */
  public static final String OF_ARRIVAL = "_guard";

  private static final String READ = Resources.text("sql/query/guard/read.sql");
  private static final Comparator<GuardCheck> ORDER =
      Comparator.comparing(GuardCheck::guard)
          .thenComparing(GuardCheck::subject)
          .thenComparing(GuardCheck::measure);

  private GuardTable() {}

  /** Writes checks into a folder. */
  public static void write(Engine engine, List<GuardCheck> checks, Path folder) {
    engine.hold(
        new SmallTable(
            "held_guard",
            List.of(
                new Column("guard", "string"),
                new Column("subject", "string"),
                new Column("measure", "string"),
                new Column("value", "double"),
                new Column("reference", "double"),
                new Column("distance", "double"),
                new Column("soft", "double"),
                new Column("hard", "double"),
                new Column("outcome", "string"),
                new Column("versions", "int"),
                new Column("against", "string"),
                new Column("words", "string"),
                new Column("reason", "string")),
            checks.stream().sorted(ORDER).map(GuardTable::row).toList()));
    engine.write(NAME, "select * from held_guard order by guard, subject, measure", folder);
  }

  private static List<Object> row(GuardCheck check) {
    return Arrays.asList(
        check.guard().label(),
        check.subject(),
        check.measure(),
        check.value(),
        check.reference(),
        check.distance(),
        check.soft(),
        check.hard(),
        check.outcome().label(),
        check.versions(),
        check.against(),
        check.words(),
        check.reason());
  }

  /** Reads what {@link #write} wrote, in the order of {@link GuardName}. */
  public static List<GuardCheck> read(LocalTables tables, Path folder) {
    tables.mount("read_guard", folder);
    return tables.rows(READ).stream().map(GuardTable::check).sorted(ORDER).toList();
  }

  private static GuardCheck check(Map<String, Object> row) {
    return new GuardCheck(
        GuardName.of(row.get("guard").toString()),
        row.get("subject").toString(),
        row.get("measure").toString(),
        GuardText.real(row, "value"),
        GuardText.real(row, "reference"),
        GuardText.real(row, "distance"),
        GuardText.real(row, "soft"),
        GuardText.real(row, "hard"),
        GuardOutcome.of(row.get("outcome").toString()),
        (int) GuardText.whole(row, "versions"),
        (String) row.get("against"),
        row.get("words").toString(),
        (String) row.get("reason"));
  }
}
