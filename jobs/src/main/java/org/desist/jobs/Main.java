// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import org.desist.jobs.command.Desist;
import org.desist.jobs.command.Services;
import org.desist.jobs.command.Surroundings;

/** The command {@code desist}. */
public final class Main {
  private static final int INFRASTRUCTURE = 6;

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    int exit;
    try {
      ProcessFolder.claim();
      exit = Desist.run(Surroundings.ofProcess(), Services.onClassPath(), arguments);
    } catch (LinkageError | InternalError e) {
      exit = withoutLibraries();
    }
    // Ends threads that an engine may have left behind, too.
    System.exit(exit);
  }

  /** With very few files to open Java cannot even read the software's own libraries. */
  @SuppressWarnings("SystemOut")
  private static int withoutLibraries() {
    System.err.println(
        "error STORAGE: Cannot start: the software's own libraries cannot be read. Check that they are readable and that enough files may be open at once (ulimit -n 4096), then type the same command again.");
    return INFRASTRUCTURE;
  }
}
