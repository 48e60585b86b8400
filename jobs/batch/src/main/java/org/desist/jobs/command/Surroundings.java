// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.desist.jobs.terminal.Printer;

/**
 * What a command finds around it.
 *
 * @param in standard input
 * @param out standard output: answers
 * @param err standard error: progress, notes, errors
 * @param terminal whether standard error is a terminal
 * @param clock for progress and the lock; no figure depends on it
 * @param environment the process's variables
 * @param home folder of the project, where data-samples lies
 */
public record Surroundings(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    Clock clock,
    Map<String, String> environment,
    Path home) {
  /** Those of this process; the launcher says whether there is a terminal and where home is. */
  public static Surroundings ofProcess() {
    return new Surroundings(
        System.in,
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        Boolean.getBoolean("desist.terminal"),
        Clock.systemUTC(),
        System.getenv(),
        Path.of(System.getProperty("desist.home", "")));
  }

  /** Lets libraries print by the same way: what they quote may be of others, too. */
  public void takeStreams() {
    System.setOut(new Printer(out, false).stream());
    System.setErr(new Printer(err, false).stream());
  }

  /** Whether standard output is a terminal; the launcher says so. */
  boolean isShown() {
    return Boolean.getBoolean("desist.screen");
  }

  /** UTF-8 whatever the locale: what is written here ends up in files. */
  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
