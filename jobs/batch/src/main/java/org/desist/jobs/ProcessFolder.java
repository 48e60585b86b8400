// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.run.Folders;

/**
 * The process's own folder for temporary files, such as those of Spark, below a folder that only
 * the account may enter: {@code desist-USER}, which the launcher has made already, or which is made
 * where Java puts temporary files. A process that is killed cannot delete its own, so each that
 * starts deletes those of the dead: a folder whose lock can be had has no owner any more. DuckDB's
 * library, some 60 MB, is unpacked beside it, where Java began; once it is loaded its file may go,
 * so those that are a minute old do.
 */
final class ProcessFolder {
  private static final String TEMPORARY = "java.io.tmpdir";
  private static final String LOCK = "lock";

  private ProcessFolder() {}

  /**
   * Makes Java put temporary files there. Where it cannot be made, all stays as it was: it is
   * housekeeping, and no reason not to run.
   */
  static void claim() {
    Path temporary = Path.of(System.getProperty(TEMPORARY));
    String name = "desist-" + System.getProperty("user.name");
    Path user = temporary.endsWith(name) ? temporary : temporary.resolve(name);
    try {
      if (!isOurs(user)) {
        // Whoever has taken the name may not look on: one that nobody can foresee, only its
        // owner's.
        use(Files.createTempDirectory("desist-"));
        return;
      }
      try (FileChannel all = open(user.resolve(LOCK))) {
        // Given back when the channel is closed.
        all.lock();
        tidy(temporary, user);
        use(Files.createDirectory(user.resolve(name())));
      }
    } catch (IOException | DesistException | UnsupportedOperationException e) {
      return;
    }
  }

  private static void use(Path own) throws IOException {
    keep(own);
    System.setProperty(TEMPORARY, own.toString());
  }

  private static String name() {
    return ProcessHandle.current().pid() + "-" + System.nanoTime();
  }

  /** Creates the folder, or closes it to others; someone else's of that name is left alone. */
  private static boolean isOurs(Path user) throws IOException {
    if (!Files.exists(user, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(
          user, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    if (!Files.isDirectory(user, LinkOption.NOFOLLOW_LINKS)
        || !owner(user).equals(System.getProperty("user.name"))) {
      return false;
    }
    Folders.closeToOthers(user);
    return true;
  }

  /** The lock lives as long as the process; the folder goes with it when it ends by itself. */
  @SuppressWarnings("resource")
  private static void keep(Path own) throws IOException {
    FileLock lock = open(own.resolve(LOCK)).tryLock();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (lock.isValid()) {
                    delete(own);
                  }
                }));
  }

  /** Engines may still be writing: what they add now is left to the next process. */
  private static void delete(Path own) {
    try {
      Folders.delete(own);
    } catch (DesistException e) {
      return;
    }
  }

  /**
   * What cannot be deleted now, as when its owner is just deleting it, is left to the next start:
   * this process needs a folder of its own all the same, or others would sweep its files.
   */
  private static void tidy(Path temporary, Path user) {
    try {
      sweepLibraries(temporary);
      sweep(user);
    } catch (IOException | DesistException e) {
      return;
    }
  }

  private static void sweep(Path user) throws IOException {
    List<Path> folders;
    try (Stream<Path> entries = Files.list(user)) {
      folders = entries.filter(Files::isDirectory).sorted().toList();
    }
    for (Path folder : folders) {
      if (isDead(folder)) {
        Folders.delete(folder);
      }
    }
  }

  private static void sweepLibraries(Path temporary) throws IOException {
    FileTime minuteAgo = FileTime.from(Instant.now().minus(1, ChronoUnit.MINUTES));
    try (DirectoryStream<Path> libraries =
        Files.newDirectoryStream(temporary, "libduckdb_java*.so")) {
      for (Path library : libraries) {
        if (owner(library).equals(System.getProperty("user.name"))
            && Files.getLastModifiedTime(library).compareTo(minuteAgo) < 0) {
          Files.deleteIfExists(library);
        }
      }
    } catch (NoSuchFileException | DirectoryIteratorException e) {
      // Another process, or the system, tidies there too; the next start does the rest.
      return;
    }
  }

  private static String owner(Path path) throws IOException {
    return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
  }

  private static boolean isDead(Path folder) throws IOException {
    try (FileChannel channel = open(folder.resolve(LOCK));
        FileLock lock = channel.tryLock()) {
      return lock != null;
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
