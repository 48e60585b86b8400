// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.desist.jobs.terminal.TextTable;
import org.desist.publish.MartContract;

/** Which marts can be asked. */
public final class MartList {
  private MartList() {}

  /** Prints them, by area and name. */
  public static void print(Path out, Query.Area area, PrintWriter screen) {
    try (MartDatabase database = open(out, area)) {
      TextTable table = TextTable.open().left("area").left("mart").left("what it is").spare();
      MartContract contract = MartContract.read();
      database
          .marts()
          .forEach(
              mart ->
                  table.row(
                      mart.area(),
                      mart.name(),
                      contract
                          .in(mart.area() + "/" + mart.name())
                          .map(MartContract.Mart::brief)
                          .orElse("")));
      screen.println("Version " + database.runId());
      screen.println(table.text());
      screen.println("Columns of one: desist query \"describe MART\"");
      screen.flush();
    }
  }

  /** The columns of one, with what they mean; empty when there is no such mart. */
  static Optional<TextTable> columns(MartDatabase database, String name) {
    return database.marts().stream()
        .filter(mart -> mart.name().equals(name))
        .findFirst()
        .flatMap(mart -> MartContract.read().in(mart.area() + "/" + name))
        .map(
            mart -> {
              TextTable table = TextTable.lined().left("column").left("type").left("meaning");
              mart.columns().forEach(c -> table.row(c.name(), c.sqlType(), c.description()));
              return table;
            });
  }

  private static MartDatabase open(Path out, Query.Area area) {
    return switch (area) {
      case PUBLISHED -> MartDatabase.published(out);
      case RESTRICTED -> MartDatabase.restricted(out);
    };
  }
}
