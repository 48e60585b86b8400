// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.desist.jobs.terminal.TextTable;

/** Which marts can be asked. */
public final class MartList {
  private MartList() {}

  /** Prints them, by area and name. */
  public static void print(Path out, Query.Area area, PrintWriter screen) {
    try (MartDatabase database = open(out, area)) {
      TextTable table = TextTable.open().left("area").left("mart");
      database.marts().forEach(mart -> table.row(mart.area(), mart.name()));
      screen.println("Version " + database.runId());
      screen.println(table.text());
      screen.println("Columns of one: desist query \"describe MART\"");
      screen.flush();
    }
  }

  private static MartDatabase open(Path out, Query.Area area) {
    return switch (area) {
      case PUBLISHED -> MartDatabase.published(out);
      case RESTRICTED -> MartDatabase.restricted(out);
    };
  }
}
