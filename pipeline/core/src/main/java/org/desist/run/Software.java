// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import org.desist.engine.Resources;

/** The version of this software, as the build wrote it down. */
public final class Software {
  private Software() {}

  public static String version() {
    return Resources.text("desist-version.txt").strip();
  }
}
