// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.Locations;

/**
 * What has been published below {@code OUT}: a folder {@code versions/RUN} per run, with {@code
 * published/MART} and {@code restricted/MART} in it, and a small file {@code current} that names
 * the version readers see. A version is complete when its manifest, written last, is there.
 * Publishing writes a draft beside the versions, renames it, and swaps the pointer last: readers
 * see the old version or the new one. Where a folder cannot be renamed atomically the draft has the
 * version's own place and is no version until its manifest is there.
 */
public final class Versions {
  /** Written into a version last. */
  public static final String MANIFEST = "manifest.json";

  private final Path out;

  private Versions(Path out) {
    this.out = out;
  }

  /** The versions below {@code out}; nothing is created. */
  public static Versions below(Path out) {
    return new Versions(out);
  }

  /**
   * The run whose version readers see; empty when they see none, for whatever reason.
   *
   * @throws DesistException STORAGE when the pointer cannot be read
   */
  public Optional<String> current() {
    Pointer pointer = pointer();
    return pointer.isSound() ? Optional.of(pointer.run()) : Optional.empty();
  }

  /**
   * What the pointer says, sound or not.
   *
   * @throws DesistException STORAGE when it cannot be read
   */
  public Pointer pointer() {
    return Pointer.read(this);
  }

  /**
   * The run whose version readers see, for work that needs one.
   *
   * @param verb what is to be done with it, for the error
   * @throws DesistException NOTHING_PUBLISHED when they see none, with why and what to type
   */
  public String seen(String verb) {
    Pointer pointer = pointer();
    if (pointer.isSound()) {
      return pointer.run();
    }
    throw new DesistException(
        ErrorCode.NOTHING_PUBLISHED,
        "Cannot %s: %s"
            .formatted(
                verb,
                pointer.isBroken()
                    ? "readers see nothing, because %s; %s"
                        .formatted(pointer.problem(), remedy(pointer))
                    : "nothing has been published in %s. Publish with: %s"
                        .formatted(out, start())));
  }

  /** What to type when readers see nothing, to end a sentence with. */
  public String remedy(Pointer pointer) {
    List<String> complete = names();
    if (!complete.isEmpty()) {
      // Names sort by snapshot and then by number.
      String newest = complete.get(complete.size() - 1);
      return "let them see the newest complete version with: "
          + Shell.current(out, newest, "readers saw nothing");
    }
    if (pointer.run() != null) {
      return "no complete version is left: publish it anew%s with: %s resume %s --out %s"
          .formatted(
              Files.isDirectory(out.resolve("jobs")) ? "" : ", with --jobs as it was,",
              Shell.COMMAND,
              pointer.run(),
              Shell.quoted(out));
    }
    return "publish with: " + start();
  }

  private String start() {
    return "%s run --extracts DIR --snapshot DATE --key-file FILE --out %s"
        .formatted(Shell.COMMAND, Shell.quoted(out));
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
    return RunName.isOne(runId) && Files.exists(folder(runId).resolve(MANIFEST));
  }

  /**
   * The folder of a run's version.
   *
   * @param verb what is to be done with the run, for the error: {@code bridge}
   * @throws DesistException NOTHING_PUBLISHED when the run has none
   */
  public Path published(String runId, String verb) {
    if (!has(runId)) {
      throw new DesistException(
          ErrorCode.NOTHING_PUBLISHED,
          "Cannot %s %s: the run has published no version in %s, or it has been removed. See how it ended with: desist show %s. List the runs with: desist runs"
              .formatted(verb, runId, out, runId));
    }
    return folder(runId);
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
    finish(runId);
    point(runId);
  }

  /** Makes the draft of a run its version; what readers see stays. Safe to repeat. */
  public void finish(String runId) {
    if (!has(runId)) {
      Folders.delete(folder(runId));
      Folders.move(draftFolder(runId), folder(runId));
    }
  }

  /**
   * Makes a complete version current. A folder in the pointer's place is moved aside, not deleted:
   * someone put it there.
   *
   * @throws DesistException STORAGE when the disk refuses
   */
  public void point(String runId) {
    if (!has(runId)) {
      throw new IllegalArgumentException("no complete version: " + runId);
    }
    Path pointer = pointerFile();
    if (Files.isDirectory(pointer, LinkOption.NOFOLLOW_LINKS)) {
      Folders.move(pointer, aside(pointer));
    }
    Folders.replaceOpen(pointer, runId + "\n");
  }

  private static Path aside(Path pointer) {
    int number = 1;
    while (Files.exists(pointer.resolveSibling(pointer.getFileName() + ".moved-" + number))) {
      number++;
    }
    return pointer.resolveSibling(pointer.getFileName() + ".moved-" + number);
  }

  /** {@code OUT/current}; it need not exist. */
  Path pointerFile() {
    return out.resolve(Pointer.FILE);
  }

  private Path draftFolder(String runId) {
    return Locations.renamesInOneAct(out)
        ? out.resolve("versions").resolve(".draft-" + runId)
        : folder(runId);
  }
}
