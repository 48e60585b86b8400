// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.ListedFiles;

/**
 * The working folder of one run, {@code OUT/runs/RUN}, with a folder per stage. A stage is complete
 * when its manifest is there; the manifest is put into place in one act, after everything else is
 * written, so that a run killed at any moment never leaves a half-written stage that looks
 * complete.
 */
public final class RunFolder {
  private static final String RUNS = "runs";
  private static final String SPILL = "spill";

  private final Path root;
  private final String runId;

  private RunFolder(Path root, String runId) {
    this.root = root;
    this.runId = runId;
  }

  /** The folder of a run below {@code out}; nothing is created. */
  public static RunFolder of(Path out, String runId) {
    return new RunFolder(out.resolve(RUNS).resolve(runId), runId);
  }

  /** The names of the runs that have a folder below {@code out}, sorted. */
  public static List<String> names(Path out) {
    return Folders.names(out.resolve(RUNS));
  }

  /** {@code OUT/runs/RUN}. */
  public Path root() {
    return root;
  }

  /** A stage's own folder; it need not exist. */
  public Path stage(String name) {
    return root.resolve(name);
  }

  /** A folder for what an engine cannot hold in memory; it need not exist. */
  public Path spill() {
    return root.resolve(SPILL);
  }

  /** Deletes what the engine of a killed process spilled; one that is closed does so itself. */
  public void dropSpill() {
    Folders.delete(spill());
  }

  /** Whether a stage has written its manifest. */
  public boolean isComplete(String stage) {
    return Files.isRegularFile(stage(stage).resolve(Manifest.FILE));
  }

  /**
   * What is wrong with a complete stage: a file that is gone, has other bytes than were written, or
   * was put there by something else. Empty when nothing is, or when the stage is not complete.
   *
   * @throws DesistException STORAGE when the disk refuses
   */
  public Optional<String> damage(String stage) {
    return isComplete(stage) ? Manifest.damage(stage(stage), table -> true) : Optional.empty();
  }

  /**
   * What is wrong with tables that complete stages left, before they are read again: the first
   * stage of which something is, and what.
   *
   * @param wanted {@code STAGE/TABLE}
   * @throws DesistException STORAGE when the disk refuses
   */
  public Optional<String> damage(Predicate<String> wanted) {
    for (String stage : Folders.names(root)) {
      if (isComplete(stage)) {
        Optional<String> damage =
            Manifest.damage(stage(stage), table -> wanted.test(stage + "/" + table));
        if (damage.isPresent()) {
          return Optional.of("the stage %s is damaged (%s)".formatted(stage, damage.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** The files of a table of a complete stage, as they were written: by name below the stage. */
  public List<ListedFiles.Entry> written(String stage, String table) {
    return Manifest.table(stage(stage), table);
  }

  /** Deletes what a stage left, complete or not. */
  public void drop(String stage) {
    Folders.delete(stage(stage));
  }

  /** What of a stage that is at work is whole already. */
  public StagePieces pieces(String stage) {
    return new StagePieces(stage(stage));
  }

  /**
   * Creates a stage's folder and leaves of what is in it only the pieces that are whole.
   *
   * @throws DesistException STORAGE when the disk refuses
   */
  Path begin(String stage) {
    Path folder = stage(stage);
    if (isComplete(stage)) {
      Folders.delete(folder);
    } else {
      pieces(stage).clear();
    }
    // The store has names and birth dates in it.
    Folders.createPrivate(root.toAbsolutePath().getParent());
    Folders.createPrivate(root);
    Folders.create(folder);
    return folder;
  }

  /** Writes a stage's manifest: from now on the stage is complete. */
  void complete(String stage) {
    Manifest.write(runId, stage, stage(stage));
  }

  /** Deletes the folder with all it holds. */
  public void remove() {
    Folders.delete(root);
  }

  /**
   * Deletes what every stage left, complete or not, so that the next run of this folder begins at
   * the first stage.
   */
  public void discard() {
    if (!Files.isDirectory(root)) {
      return;
    }
    try (Stream<Path> stages = Files.list(root)) {
      stages.sorted().forEach(Folders::delete);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot list " + root + ". Check that the folder is readable, then run again.",
          e);
    }
  }
}
