// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.desist.publish.VersionManifest;
import org.desist.run.Versions;

/**
 * An analyst who never looks away: asks all the time what is published, and remembers the first
 * time that it was not a complete version.
 */
public final class PublishedReader {
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Versions versions;
  private final Duration pause;
  private final Thread thread = new Thread(this::read, "reader");
  private volatile boolean isDone;
  private volatile Throwable fault;

  private PublishedReader(Path out, Duration pause) {
    this.versions = Versions.below(out);
    this.pause = pause;
  }

  /** Does something while the reader reads; fails when it does, or when the reader met a fault. */
  public static void during(Path out, ThrowingCallable work) throws Throwable {
    during(out, PAUSE, work);
  }

  /** The same with a longer pause between two looks, where a look takes its time. */
  public static void during(Path out, Duration pause, ThrowingCallable work) throws Throwable {
    PublishedReader reader = new PublishedReader(out, pause);
    reader.thread.start();
    try {
      work.call();
    } finally {
      reader.isDone = true;
      reader.thread.join();
    }
    assertThat(reader.fault).as("what a reader met").isNull();
  }

  /** The published version; the test fails when it is not complete. */
  public static VersionManifest current(Versions versions) {
    Optional<String> current = versions.current();
    assertThat(current).as("what is published").isPresent();
    Path version = versions.folder(current.get());
    VersionManifest manifest = VersionManifest.read(version);
    assertThat(manifest.runId()).isEqualTo(current.get());
    assertThat(manifest.marts())
        .isNotEmpty()
        .allMatch(
            mart ->
                Files.isRegularFile(version.resolve(mart.folder()).resolve("part-00000.parquet")));
    return manifest;
  }

  private void read() {
    while (!isDone && fault == null) {
      try {
        current(versions);
      } catch (RuntimeException | AssertionError e) {
        fault = e;
      }
      LockSupport.parkNanos(pause.toNanos());
    }
  }
}
