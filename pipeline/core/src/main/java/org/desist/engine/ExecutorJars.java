// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import de.siegmar.fastcsv.reader.CsvReader;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * What tasks need and no Spark installation brings: this library and its CSV reader. Everything
 * else in the application's {@code lib} is Spark's own or works only in the driver, and 400 MB need
 * not travel to every machine.
 */
final class ExecutorJars {
  private static final List<Class<?>> NEEDED = List.of(ExecutorJars.class, CsvReader.class);

  private ExecutorJars() {}

  /** Their URLs; a class that lies in a folder, as in a build, is in no jar. */
  static List<String> urls() {
    return NEEDED.stream().flatMap(needed -> jar(needed).stream()).toList();
  }

  private static Optional<String> jar(Class<?> needed) {
    URL location = needed.getProtectionDomain().getCodeSource().getLocation();
    try {
      return Files.isRegularFile(Path.of(location.toURI()))
          ? Optional.of(location.toString())
          : Optional.empty();
    } catch (URISyntaxException e) {
      throw new DesistException(
          ErrorCode.INTERNAL, "Cannot find the library's own file: " + location, e);
    }
  }
}
