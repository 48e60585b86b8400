// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk in memory, of a size that can be changed. Mounting is for root. */
final class Disk implements AutoCloseable {
  private final Path folder;

  private Disk(Path folder) {
    this.folder = folder;
  }

  /** Mounts a disk of so many KiB on a folder, which is made. */
  static Disk of(Path folder, int kibibytes) throws Exception {
    Files.createDirectories(folder);
    command("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tmpfs", folder.toString());
    return new Disk(folder);
  }

  /** Makes room. */
  void grow(int kibibytes) throws Exception {
    command("mount", "-o", "remount,size=" + kibibytes + "k", folder.toString());
  }

  /** Nothing may be made, renamed or removed in a folder, not even by root; nor a file written. */
  static Frozen freeze(Path path) throws Exception {
    command("chattr", "+i", path.toString());
    return new Frozen(path);
  }

  /** Thaws when it is closed. */
  record Frozen(Path path) implements AutoCloseable {
    @Override
    public void close() {
      undo("chattr", "-i", path.toString());
    }
  }

  private static void undo(String... words) {
    try {
      command(words);
    } catch (Exception e) {
      throw new AssertionError("Cannot undo what the test did", e);
    }
  }

  static void command(String... words) throws Exception {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor())
        .as("The chaos test needs to do this, as root: %s: %s", String.join(" ", words), said)
        .isZero();
  }

  @Override
  public void close() {
    undo("umount", folder.toString());
  }
}
