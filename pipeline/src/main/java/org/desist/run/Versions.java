// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.Locations;

/**
 * What has been published below {@code OUT}: a folder {@code versions/RUN} per run, with {@code
 * published/MART} and {@code restricted/MART} in it, and a small file {@code current} that names
 * the version readers see. A version is complete when its manifest, written last, is there.
 * Publishing writes a draft beside the versions, renames it, and swaps the pointer last: readers
 * see the old version or the new one. Where a folder cannot be renamed in one act the draft has the
 * version's own place and is no version until its manifest is there.
 */
public final class Versions {
  /** Written into a version last. */
  public static final String MANIFEST = "manifest.json";

  private static final String POINTER = "current";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final int READINGS = 10;
  private static final long PAUSE_NANOS = 100_000_000;

  private final Path out;

  private Versions(Path out) {
    this.out = out;
  }

  /** The versions below {@code out}; nothing is created. */
  public static Versions below(Path out) {
    return new Versions(out);
  }

  /**
   * The run whose version is current; empty when nothing has been published.
   *
   * @throws DesistException STORAGE when the pointer cannot be read or holds no name
   */
  public Optional<String> current() {
    Path pointer = out.resolve(POINTER);
    if (!Files.isRegularFile(pointer)) {
      return Optional.empty();
    }
    try {
      return Optional.of(name(pointer));
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot read "
              + pointer
              + ", which names the current version. Check that it is readable.",
          e);
    }
  }

  /** Some stores show a file that is being replaced as empty for a moment. */
  private static String name(Path pointer) throws IOException {
    String text = "";
    for (int reading = 0; reading < READINGS && text.isEmpty(); reading++) {
      if (reading > 0) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      text = Files.readString(pointer, StandardCharsets.UTF_8).strip();
    }
    if (!NAME.matcher(text).matches()) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot tell which version is current: %s holds %s. Put the name of one of the folders in %s into it."
              .formatted(
                  pointer,
                  text.isEmpty() ? "nothing" : "what is no run's name",
                  pointer.resolveSibling("versions")));
    }
    return text;
  }

  /** The names of all complete versions, sorted. */
  public List<String> names() {
    return folders().stream().filter(this::has).toList();
  }

  /**
   * The names of all folders of versions, sorted: complete ones, and any that lost its manifest.
   */
  public List<String> folders() {
    return Folders.names(out.resolve("versions"));
  }

  /** Whether a run's version is complete: in its place, with its manifest. */
  public boolean has(String runId) {
    return Files.exists(folder(runId).resolve(MANIFEST));
  }

  /** {@code OUT/versions/RUN}; it need not exist. */
  public Path folder(String runId) {
    return out.resolve("versions").resolve(runId);
  }

  /** An empty folder to write a version into, out of readers' sight. */
  public Path draft(String runId) {
    Path draft = draftFolder(runId);
    Folders.delete(draft);
    Folders.createOpen(draft);
    return draft;
  }

  /**
   * Makes the draft of a run its version, then makes that version current. Safe to repeat: a
   * version already in its place is kept as it is, unless it has lost its manifest.
   */
  public void publish(String runId) {
    if (!has(runId)) {
      Folders.delete(folder(runId));
      Folders.move(draftFolder(runId), folder(runId));
    }
    Folders.replaceOpen(out.resolve(POINTER), runId + "\n");
  }

  private Path draftFolder(String runId) {
    return Locations.renamesInOneAct(out)
        ? out.resolve("versions").resolve(".draft-" + runId)
        : folder(runId);
  }
}
