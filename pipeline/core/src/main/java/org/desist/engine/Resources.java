// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** Text that is packaged with the library. */
public final class Resources {
  private Resources() {}

  /**
   * Text of one file.
   *
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

  /**
   * The names of the files right in a folder, sorted, wherever the library is packaged.
   *
   * @param folder below the root of the class path, such as {@code sql/model/30_cohort}
   * @param ending such as {@code .sql}
   */
  public static List<String> list(String folder, String ending) {
    URL url = Resources.class.getClassLoader().getResource(folder);
    if (url == null) {
      throw new DesistException(
          ErrorCode.INTERNAL, "Cannot find " + folder + " in the installation: build it again");
    }
    try {
      if (url.getProtocol().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(url.toURI(), Map.of())) {
          return names(jar.getPath(folder), ending);
        }
      }
      return names(Path.of(url.toURI()), ending);
    } catch (IOException | URISyntaxException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot list " + folder + " of the installation: " + e.getMessage(),
          e);
    }
  }

  private static List<String> names(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    }
  }
}
