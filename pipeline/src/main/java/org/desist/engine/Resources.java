// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** Text that is packaged with the library. */
public final class Resources {
  private Resources() {}

  /**
   * @param path below the root of the class path, such as {@code sql/functions/shared.sql}
   */
  public static String text(String path) {
    try (InputStream in = Resources.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new DesistException(
            ErrorCode.INTERNAL, "Cannot find " + path + " in the installation: build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE, "Cannot read " + path + ": " + e.getMessage(), e);
    }
  }
}
