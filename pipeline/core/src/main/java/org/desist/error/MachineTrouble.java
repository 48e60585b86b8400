// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.error;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the machine refused: room on a disk, files to open, memory, threads. Libraries wrap it, or
 * fail to load because of it; here it becomes an error that names what is short and what to do.
 */
public final class MachineTrouble {
  private static final int MOST_CAUSES = 50;
  private static final long MEGABYTE = 1_000_000;

  /** What a library that is unpacked into the temporary folder needs. */
  private static final long LIBRARY_BYTES = 200 * MEGABYTE;

  private MachineTrouble() {}

  /**
   * What would keep every command from its work; empty when nothing is known of.
   *
   * @param what cannot be done, after {@code Cannot}
   */
  public static Optional<DesistException> beforehand(String what) {
    String next = "type the same command again";
    return unusableTemporaryFolder()
        .flatMap(
            why -> storage(null, what, why + ". Name another folder with TMPDIR=FOLDER", next));
  }

  /**
   * The trouble at the bottom of a failure; empty when there is none to be seen.
   *
   * @param what could not be done, after {@code Cannot}
   * @param next what to do when there is room again, after {@code then}
   */
  public static Optional<DesistException> in(Throwable thrown, String what, String next) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      Optional<DesistException> trouble = of(cause, what, next);
      if (trouble.isPresent()) {
        return trouble;
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static Optional<DesistException> of(Throwable cause, String what, String next) {
    String message = String.valueOf(cause.getMessage());
    if (message.contains("Too many open files")) {
      return storage(
          cause,
          what,
          "too few files may be open at once%s. Allow more, for example with ulimit -n 4096"
              .formatted(limit()),
          next);
    }
    if (cause instanceof OutOfMemoryError) {
      return Optional.of(outOfMemory(cause, message, what, next));
    }
    if (message.contains("No space left on device")
        || message.contains("Disk quota exceeded")
        || cause instanceof LinkageError) {
      Optional<String> temporary = temporaryFolder();
      if (temporary.isPresent()) {
        return storage(
            cause,
            what,
            temporary.get() + ". Make room there, or name another folder with TMPDIR=FOLDER",
            next);
      }
    }
    if (cause instanceof IOException) {
      return storage(cause, what, message + ". Check the disk and its room", next);
    }
    return Optional.empty();
  }

  private static Optional<DesistException> storage(
      Throwable cause, String what, String why, String next) {
    return Optional.of(
        new DesistException(
            ErrorCode.STORAGE, "Cannot %s: %s, then %s.".formatted(what, why, next), cause));
  }

  private static DesistException outOfMemory(
      Throwable cause, String message, String what, String next) {
    return new DesistException(
        ErrorCode.ENGINE,
        message.contains("native thread")
            ? "Cannot %s: the machine gives this process no more threads. Allow more, for example with ulimit -u, or use fewer with --threads 1, then %s."
                .formatted(what, next)
            : "Cannot %s: Java ran out of memory. Give it more, for example DESIST_JAVA_OPTS=-Xmx4g, then %s."
                .formatted(what, next),
        cause);
  }

  private static String limit() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.UnixOperatingSystemMXBean system
        ? " (this process may open %s)".formatted(system.getMaxFileDescriptorCount())
        : "";
  }

  /** What is wrong with the folder for temporary files, in words; empty when nothing is. */
  private static Optional<String> temporaryFolder() {
    return unusableTemporaryFolder().or(MachineTrouble::fullTemporaryFolder);
  }

  /** The same, as far as a small command needs to know. */
  private static Optional<String> unusableTemporaryFolder() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    String name = "the folder for temporary files, " + folder + ", ";
    if (!Files.isDirectory(folder)) {
      return Optional.of(name + (Files.exists(folder) ? "is no folder" : "is not there"));
    }
    return Files.isWritable(folder) ? Optional.empty() : Optional.of(name + "cannot be written to");
  }

  private static Optional<String> fullTemporaryFolder() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      long room = Files.getFileStore(folder).getUsableSpace();
      return room < LIBRARY_BYTES
          ? Optional.of(
              "the folder for temporary files, %s, has too little room (%s MB)"
                  .formatted(folder, room / MEGABYTE))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
