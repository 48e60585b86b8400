// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.nio.file.Path;

/** Commands as they would be typed, for messages that give advice. */
public final class Shell {
  /** The command as the user typed it. */
  public static final String COMMAND = System.getProperty("desist.command", "desist");

  private Shell() {}

  /** A value as a shell takes it. */
  public static String quoted(Object value) {
    String text = value.toString();
    return text.matches("[A-Za-z0-9_./:,=@%+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /**
   * The option that names an output folder, with a space before it. The default is named as well:
   * where a command is pasted, another may hold.
   */
  public static String out(Path out) {
    return " --out " + quoted(out);
  }

  /** The command that makes a version the one that readers see. */
  public static String current(Path out, String run, String reason) {
    return "%s current %s --out %s --reason %s"
        .formatted(COMMAND, run, quoted(out), quoted(reason));
  }
}
