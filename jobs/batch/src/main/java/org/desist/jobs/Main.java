// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.desist.jobs.command.Desist;
import org.desist.jobs.command.Services;
import org.desist.jobs.command.Surroundings;

/** The command {@code desist}. */
public final class Main {
  private static final int INFRASTRUCTURE = 6;

  /** The libraries alone are some 250 files, and Java keeps each open that it has looked into. */
  private static final long FEWEST_FILES = 512;

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // First of all: some languages write numbers with other digits, and dates of another calendar.
    Locale.setDefault(Locale.ROOT);
    checkFiles();
    ProcessFolder.claim();
    Surroundings surroundings = Surroundings.ofProcess();
    surroundings.takeStreams();
    int exit = Desist.run(surroundings, Services.ofLibrary(), arguments);
    // Ends threads that an engine may have left behind, too.
    System.exit(exit);
  }

  /** By what Java itself brings alone: with too few files no other class can be loaded. */
  @SuppressWarnings("SystemOut")
  private static void checkFiles() {
    if (ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.UnixOperatingSystemMXBean system
        && system.getMaxFileDescriptorCount() < FEWEST_FILES) {
      System.err.println(
          "error STORAGE: Cannot start: this process may have only %s files open at once, and needs %s. Allow more with ulimit -n 4096, then type the same command again."
              .formatted(system.getMaxFileDescriptorCount(), FEWEST_FILES));
      System.exit(INFRASTRUCTURE);
    }
  }
}
