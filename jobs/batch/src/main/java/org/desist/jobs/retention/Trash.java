// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.retention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Folders;

/**
 * Deletes a folder so that nobody ever sees half of it: it is renamed out of sight atomically
 * first.
 */
final class Trash {
  private static final String PREFIX = ".pruned-";

  /** What a replay judges in; left behind only when it was killed. */
  private static final String JUDGING = ".replay-";

  private Trash() {}

  /** Deletes a folder. */
  static void delete(Path folder) {
    if (isTrash(folder)) {
      Folders.delete(folder);
      return;
    }
    if (Files.exists(folder)) {
      Path hidden = folder.resolveSibling(PREFIX + folder.getFileName());
      Folders.delete(hidden);
      Folders.move(folder, hidden);
      Folders.delete(hidden);
    }
  }

  /** What a killed process had put out of sight in a folder, or judged in, sorted. */
  static List<Path> leftIn(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.filter(Trash::isTrash).sorted().toList();
    } catch (IOException e) {
      throw unreadable(parent, e);
    }
  }

  static boolean isTrash(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith(PREFIX) || name.startsWith(JUDGING);
  }

  private static DesistException unreadable(Path folder, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot list %s: %s. Check that the folder is readable, then prune again."
            .formatted(folder, cause.getMessage()),
        cause);
  }
}
