// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import java.util.Locale;
import org.desist.jobs.command.Desist;
import org.desist.jobs.command.Services;
import org.desist.jobs.command.Surroundings;

/** The command {@code desist}. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // First of all: some languages write numbers with other digits, and dates of another calendar.
    Locale.setDefault(Locale.ROOT);
    ProcessFolder.claim();
    Surroundings surroundings = Surroundings.ofProcess();
    surroundings.takeStreams();
    int exit = Desist.run(surroundings, Services.onClassPath(), arguments);
    // Ends threads that an engine may have left behind, too.
    System.exit(exit);
  }
}
