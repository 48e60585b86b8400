// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * A folder where DuckDB can read it: the folder itself on this machine, or else a copy in a
 * temporary folder that only its owner may enter, deleted on closing.
 */
public final class LocalCopy implements AutoCloseable {
  private final Path path;
  private final boolean isCopy;

  private LocalCopy(Path path, boolean isCopy) {
    this.path = path;
    this.isCopy = isCopy;
  }

  /**
   * Copies what lies elsewhere; a folder that is not there gives an empty one.
   *
   * @throws DesistException STORAGE when it cannot be read, or this machine has no room
   */
  public static LocalCopy of(Path folder) {
    if (!Locations.isRemote(folder)) {
      return new LocalCopy(folder, false);
    }
    LocalCopy copy = empty();
    try {
      copy.fill(folder);
      return copy;
    } catch (IOException e) {
      copy.close();
      throw failure("copy " + folder + " to " + copy.path, e);
    } catch (RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  private static LocalCopy empty() {
    try {
      return new LocalCopy(Files.createTempDirectory("desist-copy"), true);
    } catch (IOException e) {
      throw failure("make a temporary folder", e);
    }
  }

  /** The folder on this machine. */
  public Path path() {
    return path;
  }

  private void fill(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path source : walk.sorted().toList()) {
        if (Files.isRegularFile(source)) {
          Path target = path.resolve(folder.relativize(source).toString());
          Files.createDirectories(target.getParent());
          Files.copy(source, target);
        }
      }
    }
  }

  @Override
  public void close() {
    if (!isCopy) {
      return;
    }
    try (Stream<Path> walk = Files.walk(path)) {
      List<Path> deepestFirst = walk.sorted((one, other) -> other.compareTo(one)).toList();
      for (Path entry : deepestFirst) {
        Files.delete(entry);
      }
    } catch (IOException e) {
      throw failure("delete " + path, e);
    }
  }

  private static DesistException failure(String what, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot %s: %s. Check that it may be read and that this machine's disk has room, then run again."
            .formatted(what, cause.getMessage()),
        cause);
  }
}
