// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** Puts the files of a table into a version without writing them again where the disk allows it. */
final class MartFiles {
  private MartFiles() {}

  /**
   * Links every Parquet file below one folder into another; copies where links are not possible, as
   * on an object store.
   */
  static void link(Path from, Path to) {
    try (Stream<Path> walk = Files.walk(from)) {
      List<Path> files =
          walk.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
      Files.createDirectories(to);
      for (int i = 0; i < files.size(); i++) {
        linkOne(files.get(i), to.resolve("part-%05d.parquet".formatted(i)));
      }
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot put %s into %s: %s. Check the room on the disk, then run again."
              .formatted(from, to, e.getMessage()),
          e);
    }
  }

  private static void linkOne(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | IOException e) {
      Files.copy(from, to);
    }
  }
}
