// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.nio.file.Path;
import org.desist.run.Shell;

/** Parts of commands as they would be typed, to be pasted. */
public final class Typed {
  /** The command as the user typed it. */
  public static final String COMMAND = Shell.COMMAND;

  private Typed() {}

  /** The option that names an output folder, with a space before it; empty for the default. */
  public static String out(Path out) {
    return out.equals(Path.of("var")) ? "" : " --out " + quoted(out.toString());
  }

  /** A value as a shell takes it. */
  public static String quoted(String value) {
    return Shell.quoted(value);
  }
}
