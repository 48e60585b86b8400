// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Everything a run is asked to do. What decides the figures (extracts, snapshot, windows, bounds,
 * method, contracts) identifies the run; the engine, its threads and memory, the key file, and what
 * is accepted or exempted do not.
 *
 * @param extracts folder with the snapshot's files
 * @param snapshot date the extracts were taken
 * @param out folder that holds runs, versions and the job repository
 * @param engine {@code duckdb} or {@code spark}
 * @param master Spark master, or null for the engine's own choice
 * @param windows kinds of cohort window, at least one, in the order of the enum
 * @param from earliest first day of a cohort, included, or null for no bound
 * @param to latest first day of a cohort, included, or null for no bound
 * @param methodFile method file, or null for the built-in {@code moj-2017}
 * @param contracts folder of contract files, or null when nobody is paid
 * @param keyFile file with the key of person keys, or null when none was named
 * @param accept file-level codes the user has seen and accepts, such as {@code VOLUME}
 * @param exemptions file of guards that may be tripped, or null for none
 * @param memoryMb memory an engine may use, in MiB
 * @param threads threads an engine may use
 */
public record RunSettings(
    Path extracts,
    LocalDate snapshot,
    Path out,
    String engine,
    String master,
    Set<WindowKind> windows,
    LocalDate from,
    LocalDate to,
    Path methodFile,
    Path contracts,
    Path keyFile,
    Set<String> accept,
    Path exemptions,
    int memoryMb,
    int threads) {
  /** Accepted of a run whose version readers are to see though they see a later snapshot. */
  private static final String MAKE_CURRENT = "SNAPSHOT_ORDER";

  public RunSettings {
    Objects.requireNonNull(extracts, "extracts");
    Objects.requireNonNull(snapshot, "snapshot");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(engine, "engine");
    // Sorted, so that what is written down of a run does not depend on hash order.
    windows = Collections.unmodifiableSortedSet(new TreeSet<>(windows));
    accept = Collections.unmodifiableSortedSet(new TreeSet<>(accept));
    if (windows.isEmpty()) {
      throw new IllegalArgumentException("a run needs at least one cohort window");
    }
  }

  /** A run without exemptions. */
  public RunSettings(
      Path extracts,
      LocalDate snapshot,
      Path out,
      String engine,
      String master,
      Set<WindowKind> windows,
      LocalDate from,
      LocalDate to,
      Path methodFile,
      Path contracts,
      Path keyFile,
      Set<String> accept,
      int memoryMb,
      int threads) {
    this(
        extracts,
        snapshot,
        out,
        engine,
        master,
        windows,
        from,
        to,
        methodFile,
        contracts,
        keyFile,
        accept,
        null,
        memoryMb,
        threads);
  }

  /** The same run under the key of a file. */
  public RunSettings withKey(Path file) {
    return with(file, exemptions);
  }

  /** The same run with the key file and the exemptions that are named; null keeps its own. */
  public RunSettings withNamed(Path otherKeyFile, Path otherExemptions) {
    return with(
        otherKeyFile == null ? keyFile : otherKeyFile,
        otherExemptions == null ? exemptions : otherExemptions);
  }

  /** The same run with another key file and other exemptions. */
  public RunSettings with(Path otherKeyFile, Path otherExemptions) {
    return changed(
        draft -> {
          draft.keyFile = otherKeyFile;
          draft.exemptions = otherExemptions;
        });
  }

  /** Whether readers are to see its version though they see a later snapshot. */
  public boolean makesCurrent() {
    return accept.contains(MAKE_CURRENT);
  }

  /** The same run, whose version readers are to see whatever snapshot they see now. */
  public RunSettings makingCurrent() {
    Set<String> more = new TreeSet<>(accept);
    more.add(MAKE_CURRENT);
    return changed(draft -> draft.accept = more);
  }

  /** The same run, whose version readers see unless they see a later snapshot. */
  public RunSettings inOrder() {
    Set<String> fewer = new TreeSet<>(accept);
    fewer.remove(MAKE_CURRENT);
    return changed(draft -> draft.accept = fewer);
  }

  /** The same run of the cohorts that begin between two days, both included; null is no bound. */
  public RunSettings between(LocalDate first, LocalDate last) {
    return changed(
        draft -> {
          draft.from = first;
          draft.to = last;
        });
  }

  /**
   * The same run on other files, of that day, by another method. What was accepted of one delivery
   * is not accepted of another.
   */
  public RunSettings on(Path otherExtracts, LocalDate otherSnapshot, Path otherMethod) {
    boolean isSame = otherExtracts.equals(extracts) && otherSnapshot.equals(snapshot);
    return changed(
        draft -> {
          draft.accept = isSame ? accept : Set.of();
          draft.extracts = otherExtracts;
          draft.snapshot = otherSnapshot;
          draft.methodFile = otherMethod;
        });
  }

  /** The same run on another engine, on this machine. */
  public RunSettings withEngine(String other) {
    return on(other, null, memoryMb, threads);
  }

  /** The same run on another engine, with other means. */
  public RunSettings on(
      String otherEngine, String otherMaster, int otherMemoryMb, int otherThreads) {
    return changed(
        draft -> {
          draft.engine = otherEngine;
          draft.master = otherMaster;
          draft.memoryMb = otherMemoryMb;
          draft.threads = otherThreads;
        });
  }

  private RunSettings changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings(this);
  }

  /** What may be changed of a run's settings. */
  private static final class Draft {
    private Path extracts;
    private LocalDate snapshot;
    private String engine;
    private String master;
    private LocalDate from;
    private LocalDate to;
    private Path methodFile;
    private Path keyFile;
    private Path exemptions;
    private Set<String> accept;
    private int memoryMb;
    private int threads;

    private Draft(RunSettings settings) {
      extracts = settings.extracts;
      snapshot = settings.snapshot;
      engine = settings.engine;
      master = settings.master;
      from = settings.from;
      to = settings.to;
      methodFile = settings.methodFile;
      keyFile = settings.keyFile;
      exemptions = settings.exemptions;
      accept = settings.accept;
      memoryMb = settings.memoryMb;
      threads = settings.threads;
    }

    private RunSettings settings(RunSettings kept) {
      return new RunSettings(
          extracts,
          snapshot,
          kept.out,
          engine,
          master,
          kept.windows,
          from,
          to,
          methodFile,
          kept.contracts,
          keyFile,
          accept,
          exemptions,
          memoryMb,
          threads);
    }
  }
}
