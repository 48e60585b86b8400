// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.run.Folders;

/**
 * The process's own folder for temporary files, such as the native libraries that engines unpack,
 * some 90 MB. A process that is killed cannot delete its own, so each that starts deletes those of
 * the dead: a folder whose lock can be had has no owner any more.
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
    Path user = temporary.resolve("desist-" + System.getProperty("user.name"));
    try {
      if (!isOurs(user)) {
        return;
      }
      try (FileChannel all = open(user.resolve(LOCK))) {
        // Given back when the channel is closed.
        all.lock();
        sweep(user);
        Path own = Files.createDirectory(user.resolve(name()));
        keep(own);
        System.setProperty(TEMPORARY, own.toString());
      }
    } catch (IOException | DesistException | UnsupportedOperationException e) {
      return;
    }
  }

  private static String name() {
    return ProcessHandle.current().pid() + "-" + System.nanoTime();
  }

  /** Creates the folder; someone else's of that name is left alone. */
  private static boolean isOurs(Path user) throws IOException {
    if (!Files.exists(user, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(
          user, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return Files.isDirectory(user, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(user, LinkOption.NOFOLLOW_LINKS)
            .getName()
            .equals(System.getProperty("user.name"));
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
