// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything a run is asked to do. What decides the figures (the snapshot, the cohorts, the method,
 * the contracts) identifies the run; the engine, the key file, and what is accepted or exempted do
 * not.
 *
 * @param out folder that holds runs, versions and the job repository
 * @param input what is read
 * @param cohorts whose figures are wanted
 * @param files what is read besides
 * @param engine what computes
 * @param origins where a setting comes from that need not be typed: {@code typed}, a variable,
 *     {@code FILE:LINE} or {@code default}, by its key such as {@code key-file}; told on the run
 *     page, and no part of what identifies a run
 */
public record RunSettings(
    Path out,
    SnapshotInput input,
    CohortChoice cohorts,
    NamedFiles files,
    EngineChoice engine,
    Map<String, String> origins) {
  /** Accepted of a run whose version readers are to see though they see a later snapshot. */
  private static final String MAKE_CURRENT = "SNAPSHOT_ORDER";

  public RunSettings {
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(cohorts, "cohorts");
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(engine, "engine");
    origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
  }

  /** One of which nobody knows where its settings come from. */
  public RunSettings(
      Path out, SnapshotInput input, CohortChoice cohorts, NamedFiles files, EngineChoice engine) {
    this(out, input, cohorts, files, engine, Map.of());
  }

  /**
   * A delivery.
   *
   * @param extracts folder with the snapshot's files
   * @param snapshot date the extracts were taken
   * @param accept file-level codes the user has seen and accepts, such as {@code VOLUME}
   */
  public record SnapshotInput(Path extracts, LocalDate snapshot, Set<String> accept) {
    public SnapshotInput {
      Objects.requireNonNull(extracts, "extracts");
      Objects.requireNonNull(snapshot, "snapshot");
      // Sorted, so that what is written down of a run does not depend on hash order.
      accept = Collections.unmodifiableSortedSet(new TreeSet<>(accept));
    }

    /** One of which nothing is accepted. */
    public SnapshotInput(Path extracts, LocalDate snapshot) {
      this(extracts, snapshot, Set.of());
    }
  }

  /**
   * The cohorts.
   *
   * @param windows kinds of cohort window, at least one, in the order of the enum
   * @param from earliest first day of a cohort, included, or null for no bound
   * @param to latest first day of a cohort, included, or null for no bound
   */
  public record CohortChoice(Set<WindowKind> windows, LocalDate from, LocalDate to) {
    public CohortChoice {
      windows = Collections.unmodifiableSortedSet(new TreeSet<>(windows));
      if (windows.isEmpty()) {
        throw new IllegalArgumentException("a run needs at least one cohort window");
      }
    }
  }

  /**
   * The files that a user names besides the extracts.
   *
   * @param method method file, or null for the built-in {@code moj-2017}
   * @param contracts folder of contract files, or null when nobody is paid
   * @param key file with the key of person keys, or null when none was named
   * @param exemptions file of publication checks that may fail, or null for none
   */
  public record NamedFiles(Path method, Path contracts, Path key, Path exemptions) {
    /** None but a key. */
    public static NamedFiles key(Path key) {
      return new NamedFiles(null, null, key, null);
    }

    /** The same by another method. */
    public NamedFiles withMethod(Path other) {
      return new NamedFiles(other, contracts, key, exemptions);
    }

    /** The same with the key file and the exemptions that are named; null keeps its own. */
    public NamedFiles withNamed(Path otherKey, Path otherExemptions) {
      return new NamedFiles(
          method,
          contracts,
          otherKey == null ? key : otherKey,
          otherExemptions == null ? exemptions : otherExemptions);
    }
  }

  /**
   * What runs the SQL, and with how much.
   *
   * @param kind the engine
   * @param master Spark master, or null for the engine's own choice
   * @param memoryMb memory it may use, in MiB
   * @param threads threads it may use
   */
  public record EngineChoice(EngineKind kind, String master, int memoryMb, int threads) {
    public EngineChoice {
      Objects.requireNonNull(kind, "kind");
    }
  }

  /** The same run on another delivery. */
  public RunSettings with(SnapshotInput other) {
    return new RunSettings(out, other, cohorts, files, engine, origins);
  }

  /** The same run of other cohorts. */
  public RunSettings with(CohortChoice other) {
    return new RunSettings(out, input, other, files, engine, origins);
  }

  /** The same run with other files. */
  public RunSettings with(NamedFiles other) {
    return new RunSettings(out, input, cohorts, other, engine, origins);
  }

  /** The same run on another engine. */
  public RunSettings with(EngineChoice other) {
    return new RunSettings(out, input, cohorts, files, other, origins);
  }

  /** The same run, whose settings come from there. */
  public RunSettings from(Map<String, String> others) {
    return new RunSettings(out, input, cohorts, files, engine, others);
  }

  /** Whether readers are to see its version though they see a later snapshot. */
  public boolean makesCurrent() {
    return input.accept().contains(MAKE_CURRENT);
  }

  /** The same run, whose version readers are to see whatever snapshot they see now. */
  public RunSettings makingCurrent() {
    Set<String> more = new TreeSet<>(input.accept());
    more.add(MAKE_CURRENT);
    return with(new SnapshotInput(input.extracts(), input.snapshot(), more));
  }

  /** The same run, whose version readers see unless they see a later snapshot. */
  public RunSettings inOrder() {
    Set<String> fewer = new TreeSet<>(input.accept());
    fewer.remove(MAKE_CURRENT);
    return with(new SnapshotInput(input.extracts(), input.snapshot(), fewer));
  }

  /** The same run of the cohorts that begin between two days, both included; null is no bound. */
  public RunSettings between(LocalDate first, LocalDate last) {
    return with(new CohortChoice(cohorts.windows(), first, last));
  }

  /**
   * The same run on other files, of that day, by another method. What was accepted of one delivery
   * is not accepted of another.
   */
  public RunSettings on(Path otherExtracts, LocalDate otherSnapshot, Path otherMethod) {
    boolean isSame =
        otherExtracts.equals(input.extracts()) && otherSnapshot.equals(input.snapshot());
    return with(new SnapshotInput(otherExtracts, otherSnapshot, isSame ? input.accept() : Set.of()))
        .with(files.withMethod(otherMethod));
  }
}
