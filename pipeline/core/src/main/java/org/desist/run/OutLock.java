// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * One process at a time below a folder: one run in an output folder, one answer to a request. The
 * operating system holds the lock for the process and gives it back however the process ends,
 * {@code kill -9} included, so no lock is ever stale.
 */
public final class OutLock implements AutoCloseable {
  private static final String FILE = "lock";
  // Far behind the text: where locks are mandatory, others can still read who holds it.
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
  private static final Pattern HOLDER = Pattern.compile("process (\\d+) since (\\S+)");

  private final FileChannel channel;

  private OutLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock and writes down who holds it.
   *
   * @throws DesistException LOCKED when another process holds it, STORAGE when the file cannot be
   *     made
   */
  public static OutLock take(Path out, Clock clock) {
    Path file = out.resolve(FILE);
    FileChannel channel = null;
    try {
      Folders.createOpen(out);
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        channel.close();
        throw locked(out, file);
      }
      write(channel, clock);
      return new OutLock(channel);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot lock %s: %s. Check that the folder is writable, then run again."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Whether the process that last took the lock still lives. A glance: the lock is not touched. */
  public static boolean isHeld(Path out) {
    return holder(out.resolve(FILE))
        .flatMap(text -> ProcessHandle.of(Long.parseLong(text.group(1))))
        .map(ProcessHandle::isAlive)
        .orElse(false);
  }

  @Override
  public void close() {
    try (channel) {
      // The file stays: deleting it would let two processes lock two files of one name.
      channel.truncate(0);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE, "Cannot give back the lock: " + e.getMessage() + ".", e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void write(FileChannel channel, Clock clock) throws IOException {
    String text =
        String.format(
            Locale.ROOT,
            "process %d since %s\n",
            ProcessHandle.current().pid(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS));
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static Optional<Matcher> holder(Path file) {
    try {
      Matcher matcher = HOLDER.matcher(Files.readString(file, StandardCharsets.UTF_8));
      return matcher.find() ? Optional.of(matcher) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static DesistException locked(Path out, Path file) {
    String who = holder(file).map(Matcher::group).orElse("another process");
    return new DesistException(
        ErrorCode.LOCKED,
        "Cannot start in %s: another process works there (%s, see %s). Wait until it has ended, or give another folder with --out."
            .formatted(out, who, file));
  }
}
