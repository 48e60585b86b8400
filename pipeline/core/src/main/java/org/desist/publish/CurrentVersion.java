// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.publish.VersionCheck.Damage;
import org.desist.run.Folders;
import org.desist.run.Pointer;
import org.desist.run.RunName;
import org.desist.run.Shell;
import org.desist.run.Versions;
import org.desist.storage.Locations;

/**
 * The version that readers see, and how that changes: the pointer, its record, and the catalog for
 * analysts, which follows the pointer. A run never takes readers back to an older snapshot by
 * itself. Only whoever holds the lock of the output folder may change anything.
 */
public final class CurrentVersion {
  private static final int SNAPSHOT_LETTERS = "2019-06-30".length();

  private final Path out;
  private final Versions versions;

  private CurrentVersion(Path out) {
    this.out = out;
    this.versions = Versions.below(out);
  }

  /** That of an output folder; nothing is created. */
  public static CurrentVersion below(Path out) {
    return new CurrentVersion(out);
  }

  /**
   * A version and the day of its extracts.
   *
   * @param run that published it
   */
  public record Seen(String run, LocalDate snapshot) {}

  /** What readers see; empty when they see nothing, or nobody can tell of which day it is. */
  public Optional<Seen> seen() {
    return versions.current().flatMap(run -> snapshot(run).map(day -> new Seen(run, day)));
  }

  /** The snapshot of a version: as its manifest says, else, where that is damaged, as its name. */
  public Optional<LocalDate> snapshot(String run) {
    try {
      return Optional.of(LocalDate.parse(VersionManifest.read(versions.folder(run)).snapshot()));
    } catch (DesistException | DateTimeException e) {
      return ofName(run);
    }
  }

  private static Optional<LocalDate> ofName(String run) {
    try {
      return run.length() < SNAPSHOT_LETTERS
          ? Optional.empty()
          : Optional.of(LocalDate.parse(run.substring(0, SNAPSHOT_LETTERS)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes the complete version of a run current, unless readers see a later snapshot.
   *
   * @param trouble told when the change could not be recorded; it is made all the same
   * @return whether readers see it now
   */
  public boolean offer(String run, LocalDate snapshot, Consumer<String> trouble) {
    if (seen().filter(now -> now.snapshot().isAfter(snapshot)).isPresent()) {
      return false;
    }
    move(run, "published by its run", trouble);
    return true;
  }

  /** Makes the complete version of a run current, whatever readers see. */
  public void force(String run, Consumer<String> trouble) {
    move(run, "published by its run with --make-current", trouble);
  }

  private void move(String run, String why, Consumer<String> trouble) {
    Pointer before = versions.pointer();
    boolean isFirst = versions.names().equals(List.of(run)) && before.run() == null;
    if (before.isBroken() && !isFirst) {
      trouble.accept(
          "Readers saw nothing, because %s: they see %s now.".formatted(before.problem(), run));
    }
    try {
      record(before, run, why);
    } catch (DesistException e) {
      trouble.accept(e.getMessage());
    }
    point(run);
  }

  /**
   * Makes a version current because someone says so.
   *
   * @return the run that readers saw before; empty when they saw nothing
   * @throws DesistException UNKNOWN_RUN when there is no such version; DAMAGED when it is not what
   *     was published; STORAGE when the change cannot be recorded, and then nothing changes
   */
  public Optional<String> set(String run, String reason) {
    check(run);
    Pointer before = versions.pointer();
    record(before, run, reason);
    point(run);
    return Optional.ofNullable(before.isSound() ? before.run() : null);
  }

  private void check(String run) {
    if (!RunName.isOne(run) || !versions.folders().contains(run)) {
      throw new DesistException(
          ErrorCode.UNKNOWN_RUN,
          "Cannot make %s current: there is no version of that name in %s. %s"
              .formatted(run, out.resolve("versions"), choice(run)));
    }
    List<Damage> damages;
    Path spill = Folders.temporary("current");
    try (VersionCheck check = new VersionCheck(out, spill)) {
      damages = check.version(run).damages();
    } finally {
      Folders.delete(spill);
    }
    if (!damages.isEmpty()) {
      throw new DesistException(
          ErrorCode.DAMAGED,
          "Cannot make %s current: its version is not what was published (%s). What readers see is unchanged. %s"
              .formatted(
                  run,
                  damages.stream()
                      .limit(3)
                      .map(damage -> damage.mart() + ": " + damage.problem())
                      .collect(Collectors.joining("; ")),
                  choice(run)));
    }
  }

  private String choice(String run) {
    List<String> others = versions.names().stream().filter(name -> !name.equals(run)).toList();
    return others.isEmpty()
        ? "There is no other. List the runs with: %s runs --out %s"
            .formatted(Shell.COMMAND, Shell.quoted(out))
        : "There are: %s.".formatted(String.join(", ", others));
  }

  /** Written down first: a change without a word would be worse than a word too many. */
  private void record(Pointer before, String run, String why) {
    if (before.isSound() && before.run().equals(run)) {
      return;
    }
    PointerLog.below(out)
        .add(
            new PointerLog.Change(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                System.getProperty("user.name"),
                before.run(),
                run,
                why));
  }

  private void point(String run) {
    versions.point(run);
    if (!Locations.isRemote(out)) {
      // DuckDB's own file, over paths of this machine.
      MartCatalog.refresh(out, versions.folder(run));
    }
  }
}
