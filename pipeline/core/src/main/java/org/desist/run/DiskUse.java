// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * How much room files take up. What has two names on the disk, as a version's files have, counts
 * once, under the name that was asked for first.
 */
public final class DiskUse {
  private final Set<Object> seen = new HashSet<>();

  /**
   * Bytes below each folder and file right in {@code out}, by name, asked for in that order.
   *
   * @throws DesistException STORAGE when a folder cannot be read
   */
  public static Map<String, Long> byName(Path out) {
    DiskUse use = new DiskUse();
    Map<String, Long> bytes = new TreeMap<>();
    try (Stream<Path> entries = Files.list(out)) {
      for (Path entry : entries.sorted().toList()) {
        bytes.put(entry.getFileName().toString(), use.bytes(entry));
      }
    } catch (IOException e) {
      throw unreadable(out, e);
    }
    return bytes;
  }

  /**
   * Bytes of a file, or of all files below a folder, that were not counted before; none of what is
   * not there.
   *
   * @throws DesistException STORAGE when a folder cannot be read
   */
  public long bytes(Path root) {
    long[] sum = new long[1];
    try {
      Files.walkFileTree(root, new Count(sum));
    } catch (IOException e) {
      throw unreadable(root, e);
    }
    return sum[0];
  }

  private static DesistException unreadable(Path folder, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot measure %s: %s. Check that the folder is readable, then try again."
            .formatted(folder, cause.getMessage()),
        cause);
  }

  private final class Count extends SimpleFileVisitor<Path> {
    private final long[] sum;

    private Count(long[] sum) {
      this.sum = sum;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.fileKey() == null || seen.add(attributes.fileKey())) {
        sum[0] += attributes.size();
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      // A request may be answered meanwhile, and clears its work as we walk.
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
