// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.locks.LockSupport;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * What the small file {@code OUT/current} says. A pointer with a problem shows readers nothing: to
 * a run it is as if nothing had been published, and the run's own version takes its place.
 *
 * @param run the run that it names, or null
 * @param problem what is wrong with it, to follow {@code because}; null when nothing is
 */
public record Pointer(String run, String problem) {
  /** Its name below the output folder. */
  public static final String FILE = "current";

  private static final Pointer NONE = new Pointer(null, null);
  private static final int LONGEST = 2 * RunName.LONGEST;
  private static final int READINGS = 10;
  private static final long PAUSE_NANOS = 100_000_000;

  /**
   * Reads the pointer.
   *
   * @throws DesistException STORAGE when the disk does not say what is in it
   */
  static Pointer read(Versions versions) {
    Path file = versions.pointerFile();
    try {
      BasicFileAttributes kind =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!kind.isRegularFile()) {
        return broken(null, file, "is " + kind(kind) + " and no file with the name of a run");
      }
      if (kind.size() > LONGEST) {
        return broken(null, file, "holds %s bytes and no run's name".formatted(kind.size()));
      }
      return named(versions, file, text(file));
    } catch (NoSuchFileException e) {
      return versions.names().isEmpty() ? NONE : broken(null, file, "is missing");
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot read %s, which names the current version: %s. Check that it is readable."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static Pointer named(Versions versions, Path file, String text) {
    if (text.isEmpty()) {
      return broken(null, file, "is empty");
    }
    if (!RunName.isOne(text)) {
      return broken(null, file, "holds what is no run's name");
    }
    if (!versions.has(text)) {
      return broken(
          text,
          file,
          Files.isDirectory(versions.folder(text))
              ? "names %s, whose version has lost its %s".formatted(text, Versions.MANIFEST)
              : "names %s, whose version is gone".formatted(text));
    }
    return new Pointer(text, null);
  }

  /** Some stores show a file that is being replaced as empty, broken or gone, for a moment. */
  private static String text(Path file) throws IOException {
    IOException failure = null;
    for (int reading = 0; reading < READINGS; reading++) {
      if (reading > 0) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      try {
        // Not readString, which throws at bytes that are no text.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
        if (!text.isEmpty()) {
          return text;
        }
        failure = null;
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return "";
  }

  private static String kind(BasicFileAttributes attributes) {
    if (attributes.isDirectory()) {
      return "a folder";
    }
    return attributes.isSymbolicLink() ? "a symbolic link" : "a device or a pipe";
  }

  private static Pointer broken(String run, Path file, String problem) {
    return new Pointer(run, file + " " + problem);
  }

  /** Whether it names a complete version. */
  public boolean isSound() {
    return run != null && problem == null;
  }

  /** Whether something is wrong with it. */
  public boolean isBroken() {
    return problem != null;
  }
}
