// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import org.desist.jobs.command.Desist;
import org.desist.jobs.command.Services;
import org.desist.jobs.command.Surroundings;

/** The command {@code desist}. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    ProcessFolder.claim();
    int exit = Desist.run(Surroundings.ofProcess(), Services.onClassPath(), arguments);
    // Ends threads that an engine may have left behind, too.
    System.exit(exit);
  }
}
