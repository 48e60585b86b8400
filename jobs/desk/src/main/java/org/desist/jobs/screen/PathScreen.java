// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.desist.explain.PersonPath;
import org.desist.jobs.terminal.TextTable;
import org.desist.run.WindowKind;

/** One person's path through the rules. Shown to who asked, never logged. */
public final class PathScreen {
  private PathScreen() {}

  /** Prints it. */
  public static void print(
      PersonPath path, WindowKind window, LocalDate start, PrintWriter screen) {
    screen.println("Cohort: %s from %s".formatted(CodeWords.plain(window), start));
    screen.println();
    events(path, screen);
    offences(path, screen);
    screen.flush();
  }

  private static void events(PersonPath path, PrintWriter screen) {
    if (path.entryEvents().isEmpty()) {
      screen.println("No entry event: nothing could have brought this person into a cohort.");
      return;
    }
    TextTable table =
        TextTable.open().left("Entry events").left("type").left("id").left("verdict").left("why");
    for (PersonPath.EntryEvent event : path.entryEvents()) {
      table.row(
          String.valueOf(event.date()),
          CodeWords.plain(event.type()),
          event.id(),
          CodeWords.plain(event.verdict()),
          event.reason());
    }
    screen.println(table.text());
  }

  private static void offences(PersonPath path, PrintWriter screen) {
    if (path.indexEvents().isEmpty()) {
      screen.println();
      screen.println("No index event in this cohort: no later offence to judge.");
    }
    for (PersonPath.EntryEvent event : path.indexEvents()) {
      screen.println();
      screen.println(
          "After the index event of %s (%s %s):"
              .formatted(event.date(), CodeWords.plain(event.type()), event.id()));
      offences(path.laterOffences(event), screen);
    }
  }

  private static void offences(List<PersonPath.LaterOffence> offences, PrintWriter screen) {
    if (offences.isEmpty()) {
      screen.println("No later offence to judge.");
      return;
    }
    TextTable table =
        TextTable.open()
            .left("Later offences")
            .left("committed")
            .left("proven")
            .left("code")
            .left("class of offence")
            .left("verdict")
            .left("why");
    for (PersonPath.LaterOffence offence : offences) {
      table.row(
          offence.offenceId(),
          String.valueOf(offence.start()),
          String.valueOf(offence.proven()),
          offence.code(),
          Objects.requireNonNullElse(offence.offenceClass(), "(unknown code)"),
          CodeWords.plain(offence.verdict()),
          offence.reason());
    }
    screen.println(table.text());
  }
}
