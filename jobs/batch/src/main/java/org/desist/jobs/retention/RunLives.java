// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.retention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.reoffending.RunHistory;
import org.desist.method.Retention;
import org.desist.publish.VersionManifest;
import org.desist.run.RunFolder;
import org.desist.run.RunRecord;
import org.desist.run.RunStatus;
import org.desist.run.Versions;

/**
 * Which runs keep what their stages left. That of the version readers see stays, since requests are
 * answered from it; so does one at work, and one that can be resumed and has not been overtaken.
 */
final class RunLives {
  private final Path out;
  private final Retention retention;
  private final RunHistory history;
  private final LocalDate today;
  private final Versions versions;

  RunLives(Path out, Retention retention, RunHistory history, LocalDate today) {
    this.out = out;
    this.retention = retention;
    this.history = history;
    this.today = today;
    this.versions = Versions.below(out);
  }

  Path folder(String run) {
    return RunFolder.of(out, run).root();
  }

  /** Why a run's folder goes; empty when it stays. */
  Optional<String> outlived(String run) {
    if (versions.current().filter(run::equals).isPresent()) {
      return Optional.empty();
    }
    Optional<RunRecord> record =
        history.runs().stream().filter(one -> one.id().equals(run)).findFirst();
    if (record.isEmpty()) {
      return unknown(run);
    }
    LocalDate ended = ended(record.get()).toLocalDate();
    return switch (record.get().status()) {
      case RUNNING, PAUSED -> Optional.empty();
      case FINISHED -> finished(run, ended, "published on");
      case REFUSED -> after(ended, retention.quarantineDays(), "refused on %s, over %d days ago");
      case STOPPED, FAILED ->
          isOvertaken(record.get())
              ? after(
                  ended,
                  retention.unfinishedRunDays(),
                  "last at work on %s, over %d days ago, and overtaken by a finished run")
              : Optional.empty();
    };
  }

  private Optional<String> finished(String run, LocalDate published, String when) {
    boolean hasRefused = versions.has(run) && refusedRows(run) > 0;
    int days =
        hasRefused
            ? Math.max(retention.runDays(), retention.quarantineDays())
            : retention.runDays();
    return after(published, days, when + " %s, over %d days ago");
  }

  private long refusedRows(String run) {
    try {
      return VersionManifest.read(versions.folder(run)).marts().stream()
          .filter(mart -> mart.folder().equals("restricted/quarantine"))
          .mapToLong(VersionManifest.Mart::rows)
          .sum();
    } catch (DesistException e) {
      // Damaged: whoever looks into it may want the quarantine, too.
      return 1;
    }
  }

  /** A run that the history has forgotten: only the folder itself has a date. */
  private Optional<String> unknown(String run) {
    try {
      LocalDate written =
          Files.getLastModifiedTime(folder(run)).toInstant().atZone(ZoneOffset.UTC).toLocalDate();
      return finished(run, written, "unknown to the history, written on");
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot read the date of %s: %s.".formatted(folder(run), e.getMessage()),
          e);
    }
  }

  /** Strictly more days: a clock that is put back keeps more, never less. */
  private Optional<String> after(LocalDate day, int days, String why) {
    return ChronoUnit.DAYS.between(day, today) > days
        ? Optional.of(String.format(Locale.ROOT, why, day, days))
        : Optional.empty();
  }

  /** Whether a run of this snapshot or a later one was started after it and finished. */
  private boolean isOvertaken(RunRecord run) {
    return history.runs().stream()
        .filter(other -> other.status() == RunStatus.FINISHED)
        .filter(
            other ->
                !other.settings().input().snapshot().isBefore(run.settings().input().snapshot()))
        .anyMatch(other -> other.last().started().isAfter(run.last().started()));
  }

  private static LocalDateTime ended(RunRecord run) {
    RunRecord.Attempt last = run.last();
    return last.took() == null ? last.started() : last.started().plus(last.took());
  }
}
