// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * What has been published below {@code OUT}: a folder {@code versions/RUN} per run, with {@code
 * published/MART} and {@code restricted/MART} in it, and a small file {@code current} that names
 * the version readers see. Publishing writes a draft beside the versions, renames it, and swaps the
 * pointer last: readers see the old version or the new one.
 */
public final class Versions {
  private static final String POINTER = "current";

  private final Path out;

  private Versions(Path out) {
    this.out = out;
  }

  /** The versions below {@code out}; nothing is created. */
  public static Versions below(Path out) {
    return new Versions(out);
  }

  /** The run whose version is current; empty when nothing has been published. */
  public Optional<String> current() {
    Path pointer = out.resolve(POINTER);
    if (!Files.isRegularFile(pointer)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(pointer, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot read "
              + pointer
              + ", which names the current version. Check that it is readable.",
          e);
    }
  }

  /** The names of all versions, sorted. */
  public List<String> names() {
    return Folders.names(out.resolve("versions"));
  }

  /** Whether a run's version is complete: renamed into its place. */
  public boolean has(String runId) {
    return Files.isDirectory(folder(runId));
  }

  /** {@code OUT/versions/RUN}; it need not exist. */
  public Path folder(String runId) {
    return out.resolve("versions").resolve(runId);
  }

  /** An empty folder to write a version into, out of readers' sight. */
  public Path draft(String runId) {
    Path draft = draftFolder(runId);
    Folders.delete(draft);
    Folders.create(draft);
    return draft;
  }

  /**
   * Makes the draft of a run its version, then makes that version current. Safe to repeat: a
   * version already in its place is kept as it is.
   */
  public void publish(String runId) {
    if (!has(runId)) {
      Folders.move(draftFolder(runId), folder(runId));
    }
    Folders.replace(out.resolve(POINTER), runId + "\n");
  }

  private Path draftFolder(String runId) {
    return out.resolve("versions").resolve(".draft-" + runId);
  }
}
