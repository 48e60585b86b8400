// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.replay;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.desist.correction.Correction;
import org.desist.correction.Corrections;
import org.desist.correction.Judgement;
import org.desist.correction.Replay;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.reoffending.RunHistory;
import org.desist.publish.VersionManifest;
import org.desist.run.Fingerprint;
import org.desist.run.OutLock;
import org.desist.run.RunSettings;
import org.desist.run.Versions;

/** Corrected rows for the quarantine of one run. */
public final class QuarantineAnswer {
  private final Replay replay;
  private final Clock clock;
  private final RunSettings settings;
  private final String runId;
  private final String extractsFingerprint;
  private String judgedAgainst = "";

  private QuarantineAnswer(
      Replay replay, Clock clock, RunSettings settings, String runId, String extractsFingerprint) {
    this.replay = replay;
    this.clock = clock;
    this.settings = settings;
    this.runId = runId;
    this.extractsFingerprint = extractsFingerprint;
  }

  /**
   * For the quarantine of a run.
   *
   * @param settings those of the run, with the key to be used
   * @param history the runs of the output folder
   * @throws DesistException UNKNOWN_RUN; BAD_ARGUMENT when its files have changed, or when readers
   *     see a later snapshot
   */
  public static QuarantineAnswer to(
      String runId, RunSettings settings, RunHistory history, Replay replay, Clock clock) {
    String fingerprint = history.extractsFingerprint(runId);
    if (!Files.isDirectory(settings.extracts())
        || !Fingerprint.ofFolder(settings.extracts()).equals(fingerprint)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot replay the quarantine of %s: %s does not hold the files that it read. Bring them back, or run on the new delivery."
              .formatted(runId, settings.extracts()));
    }
    return new QuarantineAnswer(replay, clock, settings, runId, fingerprint);
  }

  /** Writes the refused rows of a resource to a file that only its owner may read. */
  public int template(String resource, Path file) {
    if (Files.exists(file)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot write %s: it is there already. Name another file with --to.".formatted(file));
    }
    return locked(() -> replay.template(order(resource, file)));
  }

  /** The correction that was made of this very file, if there is one. */
  public Optional<Correction> earlier(Path file) {
    return inForce().from(Fingerprint.ofFile(file));
  }

  private Corrections inForce() {
    return Corrections.of(settings.out(), settings.snapshot(), extractsFingerprint);
  }

  /** Judges, and prints what becomes of the rows. */
  public Judgement judge(String resource, Path file, PrintWriter screen) {
    Judgement judgement =
        locked(
            () -> {
              judgedAgainst = inForce().fingerprint();
              return replay.judge(order(resource, file));
            });
    ReplayScreen.print(judgement, screen);
    return judgement;
  }

  /**
   * Puts the rows that pass in force.
   *
   * @throws DesistException NOTHING_CLOSED when none does, LOCKED when a run is at work or others
   *     were put in force since these were judged
   */
  public void close(String resource, Path file, Judgement judgement) {
    if (judgement.answers().isEmpty()) {
      throw new DesistException(
          ErrorCode.NOTHING_CLOSED,
          String.format(
              Locale.ROOT,
              "Cannot close a row of %s: each of its %,d rows fails. Correct them by code, field and line as listed, then replay again.",
              file,
              ReplayScreen.failed(judgement)));
    }
    locked(
        () -> {
          // Between judging and closing the lock was free.
          if (!inForce().fingerprint().equals(judgedAgainst)) {
            throw new DesistException(
                ErrorCode.LOCKED,
                "Cannot close the rows of %s: other corrected rows came in while these were judged. Replay again."
                    .formatted(file));
          }
          replay.close(order(resource, file), judgement);
          return judgement;
        });
  }

  /** What is judged lies for a while among the runs, where one process at a time works. */
  private <T> T locked(Supplier<T> work) {
    OutLock lock = OutLock.take(settings.out(), clock);
    try {
      return work.get();
    } finally {
      lock.close();
    }
  }

  /**
   * Readers must not be taken back to an older snapshot.
   *
   * @throws DesistException BAD_ARGUMENT when they see a later one
   */
  public void checkCurrent() {
    Versions versions = Versions.below(settings.out());
    Optional<String> current = versions.current();
    if (current.isEmpty()) {
      return;
    }
    LocalDate seen =
        LocalDate.parse(VersionManifest.read(versions.folder(current.get())).snapshot());
    if (seen.isAfter(settings.snapshot())) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot replay the quarantine of %s: readers see %s, a later snapshot, and would be taken back. Replay on a run of that snapshot."
              .formatted(runId, current.get()));
    }
  }

  private Replay.Order order(String resource, Path file) {
    return new Replay.Order(settings, runId, extractsFingerprint, resource, file);
  }
}
