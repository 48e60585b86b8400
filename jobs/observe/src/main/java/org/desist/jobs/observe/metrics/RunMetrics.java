// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.metrics;

import static org.desist.jobs.observe.metrics.Gauges.gauge;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorType;
import org.desist.facts.RunFacts;
import org.desist.guard.GuardCheck;
import org.desist.publish.VersionManifest;
import org.desist.run.AttemptEnd;
import org.desist.run.DiskUse;
import org.desist.run.RunContext;
import org.desist.run.Software;
import org.desist.run.StageEnd;
import org.desist.run.Versions;

/**
 * The gauges of an attempt at a run and of what is published.
 *
 * @param number of the attempt, 1 for the first
 * @param stages those that have ended in this attempt
 * @param end null while it is at work
 */
record RunMetrics(
    RunContext context, int number, Instant started, List<StageEnd> stages, AttemptEnd end) {
  private static final List<String> OUTCOMES =
      List.of("running", "finished", "paused", "refused", "failed");

  MetricSnapshots snapshots() {
    Gauges gauges = new Gauges();
    attempt(gauges);
    stages(gauges);
    rows(gauges);
    published(gauges);
    room(gauges);
    return gauges.build();
  }

  private void attempt(Gauges gauges) {
    gauges.add(
        gauge("desist_run_info", "The run that was last at work, and what worked on it.")
            .with(
                1,
                "run",
                context.runId(),
                "engine",
                context.settings().engine().kind().name(),
                "version",
                Software.version()));
    gauges.add("desist_attempt_number", "Which attempt at its run it was.", number);
    gauges.add(
        "desist_attempt_started_timestamp_seconds", "When the attempt began.", seconds(started));
    Gauges.Gauge outcomes =
        gauge("desist_attempt_outcome", "1 for how the attempt stands, 0 for all else.");
    OUTCOMES.forEach(one -> outcomes.with(one.equals(outcome()) ? 1 : 0, "outcome", one));
    gauges.add(outcomes);
    if (end == null) {
      return;
    }
    gauges.add(
        "desist_attempt_ended_timestamp_seconds", "When the attempt ended.", seconds(end.ended()));
    gauges.add(
        "desist_attempt_duration_seconds",
        "How long the attempt took.",
        seconds(Duration.between(end.started(), end.ended())));
    DesistException failure = end.failure();
    gauges.add(
        "desist_attempt_exit_code",
        "What the command ended with: 0 done, 2 usage, 3 data, 4 definition, 5 access, 6 infrastructure, 1 fault of the software.",
        failure == null ? 0 : failure.code().type().exitCode());
    if (failure != null) {
      gauges.add(
          gauge("desist_attempt_error", "The error that the attempt ended in.")
              .with(
                  1,
                  "code",
                  failure.code().name(),
                  "type",
                  failure.code().type().name().toLowerCase(Locale.ROOT)));
    }
  }

  private String outcome() {
    if (end == null) {
      return "running";
    }
    return switch (end.outcome()) {
      case FINISHED -> "finished";
      case PAUSED -> "paused";
      case FAILED -> end.failure().code().type() == ErrorType.DATA ? "refused" : "failed";
    };
  }

  private void stages(Gauges gauges) {
    Gauges.Gauge took =
        gauge("desist_stage_duration_seconds", "How long each stage of this attempt took.");
    for (StageEnd stage : stages) {
      took.with(
          seconds(Duration.between(stage.started(), stage.ended())),
          "stage",
          stage.stage(),
          "outcome",
          stage.outcome().name().toLowerCase(Locale.ROOT));
    }
    gauges.add(took);
  }

  private void rows(Gauges gauges) {
    if (end == null) {
      return;
    }
    try (RunFacts facts = new RunFacts(context.settings().out(), context.runId())) {
      rows(gauges, facts);
    }
  }

  private static void rows(Gauges gauges, RunFacts facts) {
    Gauges.Gauge read = gauge("desist_rows_read", "Rows of the extracts that were read.");
    Gauges.Gauge bytes = gauge("desist_bytes_read", "Bytes of the extracts as delivered.");
    Gauges.Gauge refused = gauge("desist_rows_refused", "Rows in quarantine, each once.");
    for (RunFacts.Arrival arrival : facts.arrivals()) {
      read.with((double) arrival.rows(), "resource", arrival.resource());
      bytes.with((double) arrival.bytes(), "resource", arrival.resource());
      if (arrival.rejected() > 0) {
        refused.with((double) arrival.rejected(), "resource", arrival.resource());
      }
    }
    Gauges.Gauge reasons =
        gauge(
            "desist_row_reasons",
            "Rows by why they were refused (level row) or used with a doubt (warning).");
    for (RunFacts.Reason reason : facts.reasons()) {
      reasons.with(
          (double) reason.rows(),
          "resource",
          reason.resource(),
          "code",
          reason.code(),
          "level",
          reason.level());
    }
    Gauges.Gauge guards = gauge("desist_guard_checks", "Checks of the guards by their outcome.");
    facts.guards().stream()
        .collect(Collectors.groupingBy(GuardCheck::outcome, TreeMap::new, Collectors.counting()))
        .forEach((outcome, checks) -> guards.with(checks, "outcome", outcome.label()));
    gauges.add(read).add(bytes).add(refused).add(reasons).add(guards);
  }

  private void published(Gauges gauges) {
    Path out = context.settings().out();
    Versions versions = Versions.below(out);
    gauges.add("desist_published_versions", "Versions that are kept.", versions.names().size());
    String current = versions.current().orElse(null);
    if (current == null) {
      return;
    }
    VersionManifest manifest = VersionManifest.read(versions.folder(current));
    gauges.add(
        "desist_last_success_timestamp_seconds",
        "When readers were last given a version.",
        seconds(modified(out.resolve("current"))));
    gauges.add(
        "desist_published_snapshot_timestamp_seconds",
        "The day of the extracts that readers see figures of, at its beginning.",
        seconds(LocalDate.parse(manifest.snapshot()).atStartOfDay(ZoneOffset.UTC).toInstant()));
    Gauges.Gauge rows = gauge("desist_mart_rows", "Rows of each mart that readers see.");
    for (VersionManifest.Mart mart : manifest.marts()) {
      rows.with((double) mart.rows(), "mart", mart.folder().replace('/', '.'));
    }
    gauges.add(rows);
  }

  private void room(Gauges gauges) {
    Path out = context.settings().out();
    Gauges.Gauge used =
        gauge(
            "desist_out_bytes",
            "Room taken up below the output folder; a file with two names counts once.");
    for (Map.Entry<String, Long> part : DiskUse.byName(out).entrySet()) {
      used.with(part.getValue(), "part", part.getKey());
    }
    gauges.add(used);
    try {
      gauges.add(
          "desist_out_free_bytes",
          "Room that is left on the disk of the output folder.",
          (double) Files.getFileStore(out).getUsableSpace());
    } catch (IOException | UnsupportedOperationException e) {
      // An object store has no end.
      return;
    }
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1000.0;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
