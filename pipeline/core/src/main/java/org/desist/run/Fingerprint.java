// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.FileDigest;

/** SHA-256 of content, in lower-case hex: the same bytes give the same text anywhere. */
public final class Fingerprint {
  private Fingerprint() {}

  /** Of a text in UTF-8. */
  public static String ofText(String text) {
    return FileDigest.of(text);
  }

  /**
   * Of every file below a folder, by relative name and content; hidden files are left out. Files
   * are read side by side.
   *
   * @throws DesistException STORAGE when a file cannot be read
   */
  public static String ofFolder(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> files = walk.filter(file -> isPlain(folder, file)).sorted().toList();
      List<String> lines = files.parallelStream().map(file -> line(folder, file)).toList();
      return ofText(String.join("\n", lines));
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /**
   * Of one file.
   *
   * @throws DesistException STORAGE when the file cannot be read
   */
  public static String ofFile(Path file) {
    try {
      return FileDigest.of(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Whether a file counts as one of a folder: neither it nor a folder on the way is hidden. */
  public static boolean isPlain(Path folder, Path file) {
    for (Path part : folder.relativize(file)) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return Files.isRegularFile(file);
  }

  private static String line(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/') + " " + ofFile(file);
  }

  private static DesistException unreadable(Path path, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot read %s: %s. Check that it exists and is readable, then run again."
            .formatted(path, cause.getMessage()),
        cause);
  }
}
